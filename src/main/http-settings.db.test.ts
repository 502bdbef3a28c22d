import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asked, community, dispatching, registered } from './testing/appeal-asks.ts'
import { checked, csvOf, stepped } from './testing/import-steps.ts'
import { type RunningCity, startRunningCity } from './testing/running-city.ts'

let city: RunningCity
beforeAll(async () => {
  city = await startRunningCity()
}, 120_000)
afterAll(() => city.stop())

describe('an administrator', () => {
  it('changes a limit from a day on, and every version is kept', async () => {
    const admin = await city.as('admin')
    const limit = { qty: 2, unit: 'working-day' }
    const change = { id: 'appeal.sign', values: { limit } }
    expect((await admin.post('/api/settings/limits', change)).body.values.limit).toEqual(limit)
    const one = await admin.get('/api/settings/limits/appeal.sign')
    expect(one.body.history).toMatchObject([{ text: { limit: '2 个工作日' } }])
    const from = one.body.history[0].from
    expect(one.body.text.holds).toBe(`2 个工作日（${from} 起）`)
    const other = await admin.get('/api/settings/limits/appeal.contact')
    expect(other.body.text.holds).toBe('24 小时（默认）')
    const later = { id: 'appeal.sign', values: { limit: { qty: 3, unit: 'working-day' } } }
    await admin.post('/api/settings/limits', { ...later, from: '2099-01-01' })
    const table = (await admin.get('/api/settings/limits?q=appeal.sign')).body
    expect([table.columns, table.heads]).toEqual([
      ['label', 'holds', 'kind', 'basis'],
      { holds: '现行值' },
    ])
    expect(table.rows[0].text.holds).toBe(`2 个工作日（${from} 起，2099-01-01 起改为 3 个工作日）`)
    const desk = await city.as('zuoxi')
    expect((await desk.get('/api/settings/limits')).status).toBe(403)
  })

  it('is told every bad row of a sheet, and nothing of it is taken', async () => {
    const admin = await city.as('admin')
    const sheet = '参数,时限\nappeal.sign,3 个工作日\nappeal.contact,很快\n,1 小时\n'
    const bytes = new TextEncoder().encode(sheet)
    const answer = await admin.upload('/api/settings/limits/sheet', bytes, 'limits.csv')
    expect(answer.body.ok).toBe(false)
    expect(answer.body.problems.map((problem: { row: number }) => problem.row)).toEqual([3, 4])
    const one = await admin.get('/api/settings/limits/appeal.sign')
    expect(one.body.values.limit.qty).not.toBe(3)
  })

  it('makes an account whose password is said once', async () => {
    const admin = await city.as('admin')
    const person = await admin.post('/api/settings/people', { values: { name: '新同事' } })
    const values = { person: person.body.id, unit: 2, role: 'agent' }
    await admin.post('/api/settings/posts', { values })
    const account = await admin.post('/api/settings/accounts', {
      values: { login: 'xintongshi', person: person.body.id },
    })
    const { password } = account.body
    const signedIn = await city.nobody().post('/api/session', { login: 'xintongshi', password })
    expect(signedIn.body.post.unit.id).toBe(2)
  })
})

describe('the duty list', () => {
  const header = '所在地,事项编号,事项名称,职责板块,事项类型,牵头单位,依据,对应诉求类别,生效日期'
  const good = '昆明市,9.1,楼道照明维护,平安建设,基本履职,街道,《物业管理条例》,0703,2026-01-01'

  it('is kept by its keeper by sheet, and what is taken out can be taken in again', async () => {
    const district = await city.as('bianban')
    const foreign = await checked(district, 'duty-item/list', csvOf([header, good]))
    expect(foreign.counts).toMatchObject({ bad: 1, new: 0 })
    const admin = await city.as('qingdan')
    const job = await checked(admin, 'duty-item/list', csvOf([header, good]))
    expect((await stepped(admin, `${job.id}/write`, { only: 'all' })).counts.made).toBe(1)
    const out = await admin.get('/api/records/duty-item/export?state=inForce&format=csv')
    expect(out.body).toContain('楼道照明维护')
    const again = await checked(admin, 'duty-item/list', new TextEncoder().encode(out.body))
    expect(again).toMatchObject({ state: 'checked', counts: { same: 1, amend: 0, bad: 0 } })
    const [row] = (await admin.get('/api/records/duty-item?state=inForce')).body.rows
    const { body } = await admin.get(`/api/record/${row.id}`)
    const edits = (name: string) =>
      body.offers.find((offer: { command: string }) => offer.command === name).edits
    expect(edits('amend')).toEqual(expect.arrayContaining(['number', 'basis', 'validFrom']))
    expect(edits('end')).toEqual([])
  })
})

describe('the interface', () => {
  it('describes itself in a form that others accept', async () => {
    const { body } = await city.nobody().get('/api/openapi.json')
    const judged = await new Validator().validate(body)
    expect(judged.errors ?? []).toEqual([])
    expect(Object.keys(body.paths)).toContain('/api/resident-appeal/{id}/dispatch')
  })

  it('answers what it does not know with a sentence', async () => {
    expect(await city.nobody().get('/api/nothing')).toMatchObject({
      status: 404,
      body: { error: { code: 'absent' } },
    })
  })

  it('exports what the list shows, marked as a demo', async () => {
    const desk = await city.as('zuoxi')
    await registered(desk, { detail: '=1+1 楼道灯不亮' })
    const sheet = await desk.get('/api/records/resident-appeal/export?format=csv&reason=月度核对')
    expect(sheet.body.split('\r\n')[0]).toContain('演示数据')
    expect(sheet.body).not.toMatch(/(^|,)=1/mu)
  })

  it('asks one command of many, and names what was refused', async () => {
    const desk = await city.as('zuoxi')
    const [one, other] = [await registered(desk), await registered(desk)]
    await asked(desk, `${one.body.id}/dispatch`, dispatching)
    const clerk = await city.as('huashan-jingban')
    const ids = [one, other].map(({ body }) => ({ kind: 'resident-appeal', id: body.id }))
    const { body } = await clerk.post('/api/bulk/sign', { ids })
    expect(body).toMatchObject({ done: 1, refused: [{ id: other.body.id }] })
  })

  it('tells a leader in the morning what is in hand, and nobody of another area', async () => {
    const leader = await city.as('lingdao')
    const { body } = await leader.get('/api/brief')
    expect(body.area.name).toBe('五华区')
    const open = body.figures.find((figure: { name: string }) => figure.name === 'open')
    expect(open.value).toBeGreaterThan(0)
    expect((await leader.get('/api/brief?area=530103')).status).toBe(403)
  })

  it('advises the desk of duplicates, limit and numbers written into the text', async () => {
    const desk = await city.as('zuoxi')
    await registered(desk)
    const { body } = await desk.post('/api/advice/appeal', {
      title: '',
      detail: '楼下垃圾桶满了三天没有人来收，电话15400012345',
      area: community,
      category: '0101',
    })
    expect(body.duplicates.length).toBeGreaterThan(0)
    expect(body.limit.limitText).toBe('7 个工作日')
    expect(body.personal).toHaveLength(1)
  })
})
