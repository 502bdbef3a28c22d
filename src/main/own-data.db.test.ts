import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayMs, dayOf } from '../kernel/time.ts'
import { verify } from '../platform/evidence/verify/verify.ts'
import { recheck } from '../platform/recheck/recheck.ts'
import { CITY_CODE } from './demo/city-code.ts'
import { asked, community, street } from './testing/appeal-asks.ts'
import { type RunningCity, startRunningCity } from './testing/running-city.ts'

let city: RunningCity
beforeAll(async () => {
  city = await startRunningCity()
}, 120_000)
afterAll(() => city.stop())

const reporter = { name: '周自己', phone: '15400077777' }

async function begun(data: object = {}) {
  const { body } = await city.nobody().post('/api/public/appeals', {
    ask: randomUUID(),
    area: community,
    data: { detail: '门口的井盖破了，我是周自己，电话15400077777', reporter, ...data },
  })
  const { number, code } = body
  const { body: follow } = await city.nobody().post('/api/public/follow', { number, code })
  const mine = city.nobody(follow.token)
  const does = (command: string, given: object = {}) =>
    mine.post(`/api/public/appeal/${command}`, { ask: randomUUID(), data: given })
  const desk = await city.as('wuhua')
  const list = await desk.get(`/api/records/resident-appeal?number=${number}`)
  return { id: String(list.body.rows[0].id), number, mine, does, desk, view: follow.view }
}

const contacts = (id: string) =>
  city.platform.deps.db.read
    .selectFrom('contact')
    .selectAll()
    .where('record_id', '=', id)
    .orderBy('id')
    .execute()

/** What a verification with the keys finds of words; nothing here is sealed yet. */
async function verified() {
  const said: string[] = []
  const { keys } = city.platform.deps
  const say = (line: string) => said.push(line)
  await verify({ url: city.databaseUrl, city: CITY_CODE, keys, say })
  return said.filter((line) => line.includes('文字') || line.includes('联系人'))
}

describe('a resident', () => {
  it('sees their own contact masked, and in clear when asked for', async () => {
    const { mine, view } = await begun()
    expect(view.contact).toEqual({ name: '周**', phone: '154****7777' })
    expect((await mine.get('/api/public/appeal/contact')).body).toEqual({ ...reporter, note: '' })
    expect((await city.nobody().get('/api/public/appeal/contact')).status).toBe(401)
  })

  it('is told which post of which unit looked at their contact, when and why, and not who', async () => {
    const { id, mine, desk } = await begun()
    await asked(desk, `${id}/reveal`, { reason: '核实井盖位置' })
    const { looked } = (await mine.get('/api/public/appeal')).body
    expect(looked).toEqual([
      {
        at: expect.stringContaining('+08:00'),
        unit: '五华区诉求处置中心',
        post: expect.any(String),
        reason: '核实井盖位置',
      },
    ])
    expect(looked[0].post).not.toBe('')
    const { name } = (await desk.get('/api/me')).body.person
    expect(JSON.stringify(looked)).not.toContain(name)
    const noted = await city.platform.deps.db.read
      .selectFrom('security_event')
      .selectAll()
      .where('what', '=', 'revealed')
      .execute()
    expect(noted.map(({ about }) => about).join('')).toContain(id)
    expect(JSON.stringify(noted)).not.toContain('15400077777')
  })

  it('puts their contact right: what was there before is gone', async () => {
    const { id, does, desk } = await begun()
    const fresh = { name: '周更正', phone: '15400088888' }
    const done = await does('correctContact', { reporter: fresh })
    expect(done.body.contact).toEqual({ name: '周**', phone: '154****8888' })
    const [old, now] = await contacts(id)
    expect(old).toMatchObject({
      name_enc: null,
      phone_enc: null,
      phone_index: null,
      mask_phone: '',
    })
    expect(now?.erased_at).toBeNull()
    const reveal = await asked(desk, `${id}/reveal`, { reason: '回电' })
    expect(reveal.body.contact).toMatchObject(fresh)
    const old2 = await desk.get('/api/records/resident-appeal?phone=15400077777')
    expect(old2.body.rows.map((row: { id: string }) => row.id)).not.toContain(id)
  })

  it('stays unnamed in their words after their contact was put right or taken back', async () => {
    const { id, does, desk } = await begun()
    await asked(desk, `${id}/note`, { words: '已与周自己通话' })
    const words = async () => JSON.stringify((await desk.get(`/api/record/${id}`)).body)
    expect(await words()).toContain('我是周自己')
    await does('correctContact', { reporter: { name: '周更正', phone: '15400088888' } })
    for (const gone of ['周自己', '15400077777']) expect(await words()).not.toContain(gone)
    await does('supplement', { words: '我叫周更正' })
    await does('withdrawContact')
    for (const gone of ['周自己', '周更正']) expect(await words()).not.toContain(gone)
    expect(await words()).toContain('井盖')
    expect(await words()).toContain('我叫***')
    expect(await verified()).toEqual([])
    await city.platform.deps.db.read
      .updateTable('content')
      .set({ text: '我叫*某人' })
      .where('record_id', '=', id)
      .where('field', '=', 'words')
      .execute()
    expect((await verified()).join()).toContain('被改动')
    await city.platform.deps.db.read
      .updateTable('content')
      .set({ text: null })
      .where('record_id', '=', id)
      .where('field', '=', 'words')
      .execute()
  })

  it('leaves nothing of their words on what officials made of them', async () => {
    const { id, does } = await begun()
    const leader = await city.as('lingdao')
    const dueOn = dayOf(Date.now() + 7 * dayMs)
    const told = await asked(leader, `${id}/instruct`, {
      instruction: '请街道尽快办好',
      unit: street,
      dueOn,
    })
    expect(told.status).toBe(200)
    const list = () => leader.get('/api/records/instruction')
    const before = (await list()).body.rows[0]
    expect(before.title).toContain('井盖')
    await does('withdraw')
    await does('eraseMine')
    expect((await list()).body.rows[0].title).toBe('(内容已清除)')
    const view = JSON.stringify((await leader.get(`/api/record/${before.id}`)).body)
    expect(view).not.toContain('井盖')
    expect(view).toContain('请街道尽快办好')
  })

  it('takes their contact back and is nobody from then on', async () => {
    const { id, mine, does, desk } = await begun()
    const done = await does('withdrawContact')
    expect(done.body.contact).toBeUndefined()
    expect((await contacts(id)).every((row) => row.name_enc === null)).toBe(true)
    expect((await does('withdrawContact')).body.error.code).toBe('hasContact')
    const reveal = await asked(desk, `${id}/reveal`, { reason: '回电' })
    expect(reveal.body.contact).toBeNull()
    expect((await mine.get('/api/public/appeal/contact')).body.phone).toBe('')
  })

  it('has everything erased once nothing is being done any more, and not before', async () => {
    const { id, mine, does, desk } = await begun()
    const early = await does('eraseMine')
    expect([early.status, early.body.error.code]).toEqual([409, 'isOver'])
    await does('withdraw')
    const done = await does('eraseMine')
    expect([done.status, done.body.erased, done.body.title]).toEqual([200, true, '(内容已清除)'])
    const view = JSON.stringify((await desk.get(`/api/record/${id}`)).body)
    expect(view).not.toContain('井盖')
    expect((await does('eraseMine')).body.error.code).toBe('notErased')
    expect((await does('correctContact', { reporter })).body.error.code).toBe('notErased')
    expect(JSON.stringify((await mine.get('/api/public/appeal/copy')).body)).not.toContain('周自己')
  })

  it('takes along a copy of all that is kept of them', async () => {
    const { mine, number } = await begun()
    const copy = await mine.get('/api/public/appeal/copy')
    expect(copy.headers.get('content-disposition')).toContain(encodeURIComponent(number))
    expect(copy.body).toMatchObject({ number, contact: reporter, looked: [] })
    expect(copy.body.detail).toContain('井盖')
  })

  it('leaves a record whose chain, rows and words agree', async () => {
    const said: string[] = []
    await recheck(city.platform.deps, CITY_CODE, { say: (line) => said.push(line) })
    expect(said).toEqual([])
  })
})

it('no official and no other link may do it for them', async () => {
  const { id, desk } = await begun()
  const other = await begun()
  expect((await asked(desk, `${id}/withdrawContact`)).status).toBe(404)
  await other.does('withdrawContact')
  expect((await contacts(id)).every((row) => row.name_enc !== null)).toBe(true)
})
