import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../numbers/ids.ts'
import { loadEvents } from '../store/events.ts'
import { hour, morning, testAsking } from '../testing/asking.ts'
import { startTestDatabase, type TestDatabase } from '../testing/database.ts'
import { city, department, desk, otherDepartment, postIn } from '../testing/world.ts'
import { oneAtATime } from '../turns/one-at-a-time.ts'
import { clockRounds } from './clockwork.ts'
import { askDue } from './due.ts'
import { retryEffect, setEffectAside } from './settle.ts'

let base: TestDatabase
let asking: ReturnType<typeof testAsking>

beforeAll(async () => {
  base = await startTestDatabase()
  asking = testAsking(base.db)
}, 60_000)
afterAll(() => base.stop())

const open = () => asking.asked('open', { title: '路灯不亮', lead: department })
const due = () => askDue(asking.deps, city, (line) => expect.unreachable(line))
const typesOf = async (record: string) =>
  (await loadEvents(asking.deps, { city, record })).map((event) => event.type)
const clocksOf = (record: string) =>
  base.db.read.selectFrom('clock').selectAll().where('record_id', '=', record).execute()
const todosOf = async (record: string) => {
  const rows = await base.db.read
    .selectFrom('todo')
    .select(['unit', 'command'])
    .where('record_id', '=', record)
    .orderBy('unit')
    .execute()
  return rows.map((row) => [row.unit, row.command])
}

describe('a clock', () => {
  it('asks once when it is due, at its due moment, though two look at the same time', async () => {
    asking.clock.now = morning
    const { record } = await open()
    await due()
    expect(await typesOf(record.id)).toEqual(['Opened'])
    asking.clock.now = morning + 7 * hour
    await Promise.all([due(), due(), due()])
    await due()
    const events = await loadEvents(asking.deps, { city, record: record.id })
    expect(events.map((event) => [event.type, event.at])).toEqual([
      ['Opened', morning],
      ['RanLate', morning + 2 * hour],
    ])
    expect(await clocksOf(record.id)).toEqual([])
  })

  it('is asked by the running clockwork until that is stopped', async () => {
    asking.clock.now = morning
    const { record } = await open()
    const options = {
      cities: () => [city],
      everyMs: 10,
      say: (line: string) => expect.unreachable(line),
    }
    const clockwork = oneAtATime(base.db, [clockRounds(asking.deps, options)])
    asking.clock.now = morning + 2 * hour
    await expect.poll(() => typesOf(record.id)).toEqual(['Opened', 'RanLate'])
    await clockwork.stop()
  })

  it('of a party asks inside the party', async () => {
    asking.clock.now = morning
    const { record } = await open()
    await asking.asked('call', { unit: otherDepartment }, { record: record.id, by: department })
    asking.clock.now = morning + hour
    await due()
    const events = await loadEvents(asking.deps, { city, record: record.id })
    expect(events.at(-1)).toMatchObject({
      type: 'Missed',
      party: { role: 'helper', unit: otherDepartment },
    })
  })

  it('that was stopped meanwhile is stale, and its row goes', async () => {
    asking.clock.now = morning
    const { record } = await open()
    const [row] = await clocksOf(record.id)
    await asking.asked('close', {}, { record: record.id, by: department })
    await base.db.bulk((client) =>
      client.query(
        `insert into clock(city, record_id, name, role, party, asks, due_at) values ($1, $2, 'limit', '', 0, 'runLate', $3)`,
        [city, record.id, new Date(row?.due_at ?? 0).toISOString()],
      ),
    )
    asking.clock.now = morning + 3 * hour
    await due()
    expect(await clocksOf(record.id)).toEqual([])
    expect(await typesOf(record.id)).toEqual(['Opened', 'Closed'])
  })
})

describe('an ask that an effect sends', () => {
  it('is decided once by the other record, with its words', async () => {
    asking.clock.now = morning
    const { record } = await open()
    const other = await open()
    const how = { record: record.id, by: department }
    await asking.asked('tell', { other: other.record.id, how: 'note' }, how)
    await Promise.all([due(), due()])
    await due()
    const events = await loadEvents(asking.deps, { city, record: other.record.id })
    expect(events.map((event) => [event.type, event.actor])).toEqual([
      ['Opened', postIn(desk).person],
      ['Noted', 'effect'],
    ])
    expect((await clocksOf(other.record.id)).map((row) => row.name)).toEqual(['limit'])
  })

  it('becomes a to-do of the desk when it is refused, and is settled by an event', async () => {
    asking.clock.now = morning
    const { record } = await open()
    const other = await open()
    const how = { record: record.id, by: department }
    await asking.asked('tell', { other: other.record.id, how: 'close' }, how)
    await due()
    expect(await typesOf(other.record.id)).toEqual(['Opened'])
    const mine = [department, 'close']
    const refused = [desk, 'effectRefused']
    expect(await todosOf(other.record.id)).toEqual([refused, mine])
    await asking.asked('note', { words: '又一笔' }, { record: other.record.id, by: department })
    expect(await todosOf(other.record.id)).toEqual([refused, mine])

    const row = (await clocksOf(other.record.id)).find((one) => one.effect_id !== null)
    expect(row?.refused).toBe('notAllowed')
    const at = { city, record: other.record.id, effect: row?.effect_id ?? '' }
    await retryEffect(asking.deps, at)
    expect(await todosOf(other.record.id)).toEqual([mine])
    await due()
    expect(await todosOf(other.record.id)).toEqual([refused, mine])

    const post = postIn(desk)
    expect(await setEffectAside(asking.deps, { ...at, post, ask: newId() })).toBe(true)
    expect(await todosOf(other.record.id)).toEqual([mine])
    expect(await typesOf(other.record.id)).toEqual(['Opened', 'Noted', 'EffectSetAside'])
    expect(await setEffectAside(asking.deps, { ...at, post, ask: newId() })).toBe(false)
  })
})
