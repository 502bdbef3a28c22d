import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../numbers/ids.ts'
import { loadEvents } from '../store/events.ts'
import { loadRecord } from '../store/load.ts'
import { hour, morning, testAsking } from '../testing/asking.ts'
import { startTestDatabase, type TestDatabase } from '../testing/database.ts'
import { city, department, desk, supervisor } from '../testing/world.ts'

let base: TestDatabase
let asking: ReturnType<typeof testAsking>

beforeAll(async () => {
  base = await startTestDatabase()
  asking = testAsking(base.db)
}, 60_000)
afterAll(() => base.stop())

const open = (raw: Record<string, unknown> = {}) =>
  asking.asked('open', { title: '路灯不亮', lead: department, topic: 'light', ...raw })
const eventsOf = (record: string) => loadEvents(asking.deps, { city, record })
const countOf = async (table: 'record' | 'event' | 'content' | 'ask' | 'delta' | 'claim') => {
  const rows = await base.db.read.selectFrom(table).select('city').execute()
  return rows.length
}

describe('a commit', () => {
  it('keeps the record, its event, to-do, clock, links and words', async () => {
    const first = await open()
    const second = await open({ about: first.record.id, source: 'S-links', met: morning, size: 3 })
    const id = second.record.id
    const of = { city, record_id: id }
    const todos = await base.db.read
      .selectFrom('todo')
      .selectAll()
      .where('record_id', '=', id)
      .execute()
    expect(todos).toMatchObject([
      { ...of, unit: department, command: 'close', due_at: morning + 2 * hour, taker: null },
    ])
    const clocks = await base.db.read
      .selectFrom('clock')
      .selectAll()
      .where('record_id', '=', id)
      .execute()
    expect(clocks).toMatchObject([{ ...of, name: 'limit', asks: 'runLate' }])
    const links = await base.db.read
      .selectFrom('link')
      .selectAll()
      .where('from_id', '=', id)
      .execute()
    expect(links).toEqual([{ city, from_id: id, to_id: first.record.id, kind: 'about' }])
    const found = await base.db.read
      .selectFrom('search')
      .selectAll()
      .where('record_id', '=', id)
      .execute()
    expect(found[0]?.words).toContain('路灯')
    const notices = await base.db.read
      .selectFrom('notice')
      .selectAll()
      .where('record_id', '=', id)
      .execute()
    expect(notices).toMatchObject([{ unit: department, type: 'Opened' }])
    const row = await base.db.read
      .selectFrom('record')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst()
    expect(row).toMatchObject({ k1: 'S-links', k2: first.record.id, n1: 3, t1: morning })
    expect((await loadRecord(base.db, city, id))?.record).toEqual(second.record)
  })

  it('leaves no words in the event', async () => {
    const { record } = await open({
      title: '井盖松动',
      reporter: { name: '王小明', phone: '13800001234' },
    })
    const rows = await base.db.read
      .selectFrom('event')
      .select('body')
      .where('record_id', '=', record.id)
      .execute()
    expect(rows[0]?.body).not.toContain('井盖')
    expect(rows[0]?.body).not.toContain('王')
    expect((await eventsOf(record.id))[0]?.change.title).toBe('井盖松动')
    const contact = await base.db.read
      .selectFrom('contact')
      .selectAll()
      .where('record_id', '=', record.id)
      .executeTakeFirst()
    expect(contact).toMatchObject({ mask_name: '王**', mask_phone: '138****1234' })
    expect(asking.deps.keys.open(contact?.phone_enc ?? Buffer.alloc(0))).toBe('13800001234')
  })

  it('counts what is kept apart by month and street, without a tie to the record', async () => {
    const { record } = await open({ mood: 'bad', wish: '快一点' })
    expect(record.fields['mood']).toBeUndefined()
    const delta = await base.db.read
      .selectFrom('delta')
      .selectAll()
      .where('measure', '=', 'apart:mood:bad')
      .execute()
    expect(delta).toMatchObject([{ day: '2026-03-01', community: null, unit: 0, n: 1 }])
    const remarks = await base.db.read
      .selectFrom('remark')
      .selectAll()
      .where('text', '=', '快一点')
      .execute()
    expect(remarks).toMatchObject([{ month: '2026-03-01', field: 'wish' }])
  })
})

describe('an ask sent twice', () => {
  it('changes nothing and gets the first answer again', async () => {
    const id = newId()
    const raw = { title: '树枝挡路', lead: department }
    const first = await asking.asked('open', raw, { id })
    const again = await asking.asked('open', raw, { id })
    expect(again).toEqual({ ...first, again: true })
    expect(await eventsOf(first.record.id)).toHaveLength(1)
  })

  it('gets the first answer also when the state has moved since', async () => {
    const { record } = await open()
    const id = newId()
    const how = { id, record: record.id, by: department }
    const first = await asking.asked('close', {}, how)
    const again = await asking.asked('close', {}, how)
    expect(again).toEqual({ ...first, again: true })
    expect(await eventsOf(record.id)).toHaveLength(2)
  })

  it('is not answered to somebody else', async () => {
    const { record } = await open()
    const id = newId()
    await asking.asked('close', {}, { id, record: record.id, by: department })
    const other = await asking.tried('close', {}, { id, record: record.id, by: desk })
    expect(other).toMatchObject({ ok: false, refused: 'askIdTaken' })
  })
})

describe('a race', () => {
  it('lets one of twenty close a record and refuses the others', async () => {
    const { record } = await open()
    const how = { record: record.id, by: department }
    const all = await Promise.all(Array.from({ length: 20 }, () => asking.tried('close', {}, how)))
    expect(all.filter((answer) => answer.ok)).toHaveLength(1)
    expect(await eventsOf(record.id)).toHaveLength(2)
  })

  it('keeps every one of twenty notes, in one chain', async () => {
    const { record } = await open()
    const how = { record: record.id, by: department }
    const notes = Array.from({ length: 20 }, (_, index) =>
      asking.tried('note', { words: `${index}` }, how),
    )
    expect((await Promise.all(notes)).every((answer) => answer.ok)).toBe(true)
    expect((await eventsOf(record.id)).map((event) => event.seq)).toEqual(
      Array.from({ length: 21 }, (_, index) => index + 1),
    )
  })

  it('starts one record when one ask arrives many times at once', async () => {
    const id = newId()
    const before = await countOf('record')
    const all = await Promise.all(
      Array.from({ length: 8 }, () =>
        asking.asked('open', { title: '一次', lead: department }, { id }),
      ),
    )
    expect(new Set(all.map((answer) => answer.record.id)).size).toBe(1)
    expect(await countOf('record')).toBe(before + 1)
  })
})

describe('a claim', () => {
  it('is held by one record only, and a refusal leaves nothing behind', async () => {
    await open({ source: '12345-1' })
    const tables = ['record', 'event', 'content', 'ask', 'delta', 'claim'] as const
    const before = await Promise.all(tables.map(countOf))
    const second = await asking.tried('open', {
      title: '再报',
      lead: department,
      source: '12345-1',
    })
    expect(second).toMatchObject({ ok: false, refused: 'claimTaken', field: 'source' })
    expect(await Promise.all(tables.map(countOf))).toEqual(before)
  })

  it('is won once by ten that come together', async () => {
    const all = await Promise.all(
      Array.from({ length: 10 }, () =>
        asking.tried('open', { title: '同报', lead: department, source: '12345-2' }),
      ),
    )
    expect(all.filter((answer) => answer.ok)).toHaveLength(1)
  })
})

describe('whoever may not see a record', () => {
  it('is told that there is none, and writes nothing', async () => {
    const { record } = await open()
    const before = await countOf('event')
    const answer = await asking.tried('close', {}, { record: record.id, by: supervisor })
    expect(answer).toMatchObject({ ok: false, as: 'hidden' })
    expect(await asking.tried('close', {}, { record: newId(), by: supervisor })).toEqual(answer)
    expect(await countOf('event')).toBe(before)
  })
})
