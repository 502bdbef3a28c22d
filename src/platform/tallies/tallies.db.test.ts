import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hour, morning, testAsking } from '../testing/asking.ts'
import { startTestDatabase, type TestDatabase } from '../testing/database.ts'
import { city, department, otherDepartment, place } from '../testing/world.ts'
import { foldAll } from '../testing/fold.ts'
import { startFolder } from './folder.ts'
import { watermark } from '../testing/watermark.ts'
import { readTally } from './read.ts'

let base: TestDatabase
const day = 24 * hour

beforeAll(async () => {
  base = await startTestDatabase()
  const { asked } = testAsking(base.db, 'A')
  const open = (at: number, topic: string, lead = department) =>
    asked('open', { title: '事', lead, topic }, { at })
  await open(morning - 40 * day, 'light')
  await open(morning - 20 * day, 'light')
  const { record } = await open(morning, 'water')
  const how = { record: record.id, by: department }
  await asked('hand', { lead: otherDepartment }, { ...how, at: morning + hour })
  await asked('close', {}, { record: record.id, by: otherDepartment, at: morning + 5 * hour })
}, 60_000)
afterAll(() => base.stop())

const question = { city, kinds: ['matter'], measures: ['opened'], to: '2026-03-31' } as const

describe('counts', () => {
  it('are the same before, amid and after folding', async () => {
    const asked = { ...question, measures: ['opened', 'state:open', 'state:closed', 'lateEver'] }
    const read = () =>
      Promise.all([
        readTally(base.db, { ...asked, level: 'city' }),
        readTally(base.db, { ...asked, level: 'community', by: ['area', 'day'] }),
        readTally(base.db, { ...asked, level: 'unit', by: ['area'] }),
        readTally(base.db, { ...asked, level: 'street', category: 'all', by: ['month'] }),
      ])
    const before = await read()
    expect(before[0].map((cell) => [cell.measure, cell.n])).toEqual([
      ['lateEver', 1],
      ['opened', 3],
      ['state:closed', 1],
      ['state:open', 2],
    ])
    const mark = await watermark(base.db, city)
    const folded = await base.db.bulk((client) => foldAll(client, city, morning))
    expect(folded).toBeGreaterThan(8)
    expect(await read()).toEqual(before)
    expect(await watermark(base.db, city)).toBe(mark + 1)
    expect(await base.db.read.selectFrom('delta').selectAll().execute()).toEqual([])
  })

  it('of a stock move with the unit that answers for the record', async () => {
    const cells = await readTally(base.db, {
      ...question,
      measures: ['state:open', 'state:closed'],
      level: 'unit',
      by: ['area'],
    })
    expect(cells.map((cell) => [cell.measure, cell.area, cell.n])).toEqual([
      ['state:closed', otherDepartment, 1],
      ['state:open', department, 2],
    ])
  })

  it('of a period are of that period, whether by months, days or both', async () => {
    const n = async (from: string, to: string) => {
      const cells = await readTally(base.db, { ...question, level: 'district', from, to })
      return cells.reduce((sum, cell) => sum + cell.n, 0)
    }
    expect(await n('2026-01-01', '2026-03-31')).toBe(3)
    expect(await n('2026-01-21', '2026-03-02')).toBe(3)
    expect(await n('2026-01-22', '2026-03-02')).toBe(2)
    expect(await n('2026-01-02', '2026-03-01')).toBe(2)
    expect(await n('2026-03-02', '2026-03-02')).toBe(1)
    expect(await n('2026-02-10', '2026-02-11')).toBe(1)
  })

  it('by category are never told of a community', async () => {
    const asked = { ...question, level: 'community', category: 'all' } as const
    await expect(readTally(base.db, asked)).rejects.toThrow('down to streets')
    const rows = await base.db.read
      .selectFrom('tally')
      .select('category')
      .where('area', '=', place.community ?? 0)
      .execute()
    expect(new Set(rows.map((row) => row.category))).toEqual(new Set(['']))
  })
})

describe('the folder', () => {
  it('folds behind, in one process at a time, and ends when told', async () => {
    const { asked } = testAsking(base.db)
    const options = {
      cities: () => [city],
      now: () => morning,
      say: (line: string) => expect.unreachable(line),
      everyMs: () => 20,
    }
    const mark = await watermark(base.db, city)
    const folders = [startFolder(base.db, options), startFolder(base.db, options)]
    await asked('open', { title: '事', lead: department, topic: 'gas' }, { at: morning + day })
    await expect.poll(() => watermark(base.db, city)).toBe(mark + 1)
    await Promise.all(folders.map((folder) => folder.stop()))
    const [cell] = await readTally(base.db, {
      ...question,
      level: 'city',
      category: { name: 'gas' },
    })
    expect(cell?.n).toBe(1)
  })
})
