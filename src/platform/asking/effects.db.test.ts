import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadEvents } from '../store/events.ts'
import { loadRecord } from '../store/load.ts'
import { hour, morning, testAsking } from '../testing/asking.ts'
import { startTestDatabase, type TestDatabase } from '../testing/database.ts'
import { city, department, otherDepartment } from '../testing/world.ts'

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

describe('effects', () => {
  it('open a linked record in the same commit', async () => {
    const { record } = await open()
    const done = await asking.asked(
      'follow',
      { source: 'F1' },
      { record: record.id, by: department },
    )
    const [child] = done.opened
    const loaded = await loadRecord(base.db, city, child?.id ?? '')
    expect(loaded?.record).toMatchObject({ title: '派生事项', place: record.place })
    const links = await base.db.read
      .selectFrom('link')
      .selectAll()
      .where('from_id', '=', child?.id ?? '')
      .execute()
    expect(
      links
        .map((link) => [link.to_id, link.kind])
        .toSorted((a, b) => String(a).localeCompare(String(b))),
    ).toEqual([
      [record.id, 'about'],
      [record.id, 'openedBy'],
    ])
  })

  it('that are refused refuse the whole ask', async () => {
    const { record } = await open()
    await open({ source: 'F2' })
    const answer = await asking.tried(
      'follow',
      { source: 'F2' },
      { record: record.id, by: department },
    )
    expect(answer).toMatchObject({ ok: false, refused: 'claimTaken' })
    expect(await eventsOf(record.id)).toHaveLength(1)
  })

  it('are seen by rules that look outside the record', async () => {
    const { record } = await open()
    const how = { record: record.id, by: department }
    const { opened } = await asking.asked('follow', {}, how)
    expect(await asking.tried('close', {}, how)).toMatchObject({ refused: 'nothingElseIsOpen' })
    await asking.asked('close', {}, { record: opened[0]?.id ?? '', by: department })
    expect(await asking.tried('close', {}, how)).toMatchObject({ ok: true })
  })
})

describe('parties', () => {
  it('have to-dos and clocks of their own inside the record', async () => {
    const { record } = await open()
    await asking.asked('call', { unit: otherDepartment }, { record: record.id, by: department })
    const todos = await base.db.read
      .selectFrom('todo')
      .selectAll()
      .where('record_id', '=', record.id)
      .orderBy('unit')
      .execute()
    expect(todos.map((todo) => [todo.unit, todo.role, todo.command])).toEqual([
      [department, '', 'close'],
      [otherDepartment, 'helper', 'help'],
    ])
    const party = { role: 'helper', unit: otherDepartment }
    await asking.asked('help', {}, { record: record.id, by: otherDepartment, party })
    const clocks = await base.db.read
      .selectFrom('clock')
      .selectAll()
      .where('record_id', '=', record.id)
      .execute()
    expect(clocks.map((clock) => clock.name)).toEqual(['limit'])
  })
})

describe('a clock that is due', () => {
  it('asks before people do, at its own time', async () => {
    const { record } = await open()
    const at = morning + 5 * hour
    await asking.asked('note', { words: '晚了' }, { record: record.id, by: department, at })
    expect((await eventsOf(record.id)).map((event) => [event.type, event.at])).toEqual([
      ['Opened', morning],
      ['RanLate', morning + 2 * hour],
      ['Noted', at],
    ])
  })
})
