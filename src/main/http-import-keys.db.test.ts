import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  checked,
  csvOf,
  itemColumns,
  itemRow,
  rowsOf,
  saysOf,
  stepped,
} from './testing/import-steps.ts'
import { type Caller, type RunningCity, startRunningCity } from './testing/running-city.ts'

let city: RunningCity
let keeper: Caller
beforeAll(async () => {
  city = await startRunningCity()
  keeper = await city.as('bianban')
}, 120_000)
afterAll(() => city.stop())

const list = 'duty-item/list'

describe('a row whose key is known', () => {
  it('amends its record, empties what it leaves empty, and does nothing where nothing differs', async () => {
    const first = [
      itemColumns,
      itemRow('3.1', '楼道照明维护', { words: '灯、路灯', to: '2027-12-31' }),
    ]
    const job = await checked(keeper, list, csvOf(first))
    await stepped(keeper, `${job.id}/write`, { only: 'all' })
    const [made] = await rowsOf(keeper, job.id)
    const same = await checked(keeper, list, csvOf(first))
    expect(same.counts).toMatchObject({ same: 1, amend: 0, new: 0 })
    const second = [
      itemColumns,
      itemRow('3.1', '楼道照明管护', { words: '' }),
      itemRow('3.2', '新的事项'),
    ]
    const next = await checked(keeper, list, csvOf(second))
    expect(next.counts).toMatchObject({ amend: 1, new: 1 })
    const done = await stepped(keeper, `${next.id}/write`, { only: 'all' })
    expect(done.counts).toMatchObject({ amended: 1, made: 1 })
    const { body } = await keeper.get(`/api/record/${made.record.id}`)
    const named = Object.fromEntries(
      body.fields.map(({ name, text }: { name: string; text: string }) => [name, text]),
    )
    expect(named).toMatchObject({ name: '楼道照明管护', number: '3.1' })
    expect(named['keywords']).toBeUndefined()
    expect(named['validTo']).toBeUndefined()
    const short = ['事项编号,事项名称,职责板块,事项类型,牵头单位,依据,生效日期']
    const few = itemRow('3.1', '楼道照明', {}).split(',')
    const kept = [...few.slice(0, 6), few[7]].join(',')
    const third = await checked(keeper, list, csvOf([...short, kept]))
    expect((await stepped(keeper, `${third.id}/write`, { only: 'all' })).counts.amended).toBe(1)
    const after = (await keeper.get(`/api/record/${made.record.id}`)).body
    const categories = after.fields.find((one: { name: string }) => one.name === 'categories')
    expect(categories.text).not.toBe('')
  })
})

describe('taking an import back', () => {
  it('ends what it made and nobody touched since, and names what it leaves', async () => {
    const lines = [itemColumns, itemRow('8.1', '一'), itemRow('8.2', '二'), itemRow('8.3', '三')]
    const job = await checked(keeper, list, csvOf(lines))
    expect(job.undo.input.endReason.required).toBe(true)
    await stepped(keeper, `${job.id}/write`, { only: 'all' })
    const [, second] = await rowsOf(keeper, job.id)
    const change = { ask: crypto.randomUUID(), data: await stated(second.record.id) }
    const amended = await keeper.post(`/api/duty-item/${second.record.id}/amend`, change)
    expect(amended.status).toBe(200)
    const without = await keeper.post(`/api/sheets/jobs/${job.id}/undo`, {})
    expect(without).toMatchObject({ status: 400, body: { error: { fields: expect.any(Object) } } })
    const done = await stepped(keeper, `${job.id}/undo`, { data: { endReason: '导错了' } })
    expect(done).toMatchObject({ state: 'undone', counts: { undone: 2, kept: 1 } })
    expect(saysOf(await rowsOf(keeper, job.id, 'kept'))).toEqual([
      [3, '：导入之后已经有人办理过，没有撤回'],
    ])
    const ended = await keeper.get('/api/records/duty-item?state=ended')
    expect(ended.body.rows.map((row: { title: string }) => row.title).toSorted()).toEqual([
      '一',
      '三',
    ])
  })

  it('takes back the beginnings of a kind that names no way back, and they count nowhere', async () => {
    const street = await city.as('huashan-fuze')
    const sheet = csvOf(['执法队伍,持证执法人数', '综合执法队,12'])
    const job = await checked(street, 'enforcement-team/register', sheet)
    expect(job.undo).toMatchObject({ label: '撤回录入', input: {} })
    await stepped(street, `${job.id}/write`, { only: 'all' })
    const done = await stepped(street, `${job.id}/undo`, {})
    expect(done).toMatchObject({ state: 'undone', counts: { undone: 1 } })
    const { body } = await street.get('/api/records/enforcement-team')
    expect(body.rows.map((row: { stateLabel: string }) => row.stateLabel)).toEqual(['录入已撤回'])
  })

  it('is refused where a resident may have begun the record', async () => {
    const desk = await city.as('zuoxi')
    const job = await checked(
      desk,
      'resident-appeal/register',
      csvOf(['诉求内容,来源渠道', '垃圾清运不及时,电话']),
    )
    await stepped(desk, `${job.id}/write`, { only: 'all' })
    const refused = await desk.post(`/api/sheets/jobs/${job.id}/undo`, {})
    expect(refused).toMatchObject({ status: 409, body: { error: { code: 'noUndo' } } })
  })

  async function stated(id: string): Promise<Record<string, unknown>> {
    const { body } = await keeper.get(`/api/record/${id}`)
    const offer = body.offers.find((one: { command: string }) => one.command === 'amend')
    return Object.fromEntries(
      body.fields.flatMap(({ name, value }: { name: string; value: unknown }) =>
        offer.edits.includes(name) ? [[name, name === 'name' ? '二改' : value]] : [],
      ),
    )
  }
})
