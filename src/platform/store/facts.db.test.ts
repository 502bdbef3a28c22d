import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Fact } from '../../kernel/fact.ts'
import type { Kind } from '../../kernel/kind.ts'
import { hour, morning, testAsking } from '../testing/asking.ts'
import { startTestDatabase, type TestDatabase } from '../testing/database.ts'
import { matter } from '../testing/kinds.ts'
import { department } from '../testing/world.ts'
import { loadRecord } from './load.ts'
import { type FactsAt, loadFacts } from './facts.ts'

let base: TestDatabase
let own: Awaited<ReturnType<ReturnType<typeof testAsking>['asked']>>['record']
const day = 24 * hour

beforeAll(async () => {
  base = await startTestDatabase()
  const { asked } = testAsking(base.db, 'F')
  const open = (at: number) => asked('open', { title: '事', lead: department, size: 7 }, { at })
  await open(morning - 9 * day)
  await open(morning - day)
  own = (await open(morning)).record
  await open(morning + day)
}, 60_000)
afterAll(() => base.stop())

const sameSize = { kind: 'matter', where: { size: { value: 7 } } } as const

async function found(fact: Fact, record = own, asker?: FactsAt['asker']) {
  const kind: Kind = { ...matter, facts: { asked: fact } }
  const registry = new Map([[matter.name, matter]])
  const input = { from: '2026-02-28', to: '2026-03-02' }
  const facts = await loadFacts(base.db, {
    registry,
    kind,
    names: ['asked'],
    record,
    input,
    today: '2026-08-03',
    asker,
  })
  return facts['asked']
}

it('counts without rows, for a decision to rest on the number alone', async () => {
  expect(await found({ ...sameSize, want: 'count' })).toEqual({ count: 4, rows: [] })
})

it('finds what was opened on the named days, first and last included', async () => {
  const opened = { from: { input: 'from' }, to: { input: 'to' } }
  const listed = await found({ ...sameSize, opened, want: 'list' })
  expect(listed?.rows.map((row) => row.openedAt)).toEqual([morning, morning - day])
  expect(await found({ ...sameSize, opened, want: 'count' })).toEqual({ count: 2, rows: [] })
})

it('finds nothing when the days are not given', async () => {
  const opened = { from: { input: 'from' }, to: { input: 'until' } }
  expect(await found({ ...sameSize, opened, want: 'count' })).toEqual({ count: 0, rows: [] })
})

it('keeps to the place of the record that asks', async () => {
  const within = { ...sameSize, within: 'place', want: 'count' } as const
  expect((await found(within))?.count).toBe(4)
  const elsewhere = { ...own, place: { ...own.place, community: 530_102_001_002 } }
  expect((await found(within, elsewhere))?.count).toBe(0)
  expect((await loadRecord(base.db, own.place.city, own.id))?.record.id).toBe(own.id)
})

it('a fact looks from the unit of the post that asks, from its area and from its committee', async () => {
  const asker = { unit: 7, area: 8, committee: 9 }
  const of = (own: 'asker' | 'askerArea' | 'askerCommittee', at: FactsAt['asker']) =>
    found({ kind: 'matter', where: { size: { own } }, want: 'count' }, undefined, at)
  expect((await of('asker', asker))?.count).toBe(4)
  expect((await of('askerArea', { ...asker, unit: 1, area: 7 }))?.count).toBe(4)
  expect((await of('askerCommittee', { ...asker, unit: 1, committee: 7 }))?.count).toBe(4)
  expect((await of('askerCommittee', asker))?.count).toBe(0)
  expect((await of('askerCommittee', undefined))?.count).toBe(0)
})

it('the record whose lines readings rest on is looked for once, named beside them or not', async () => {
  const line = '1 解决率 N13#solved 40分 满分0.9 零分0.5 不调整'
  await base.db.bulk((client) =>
    client.query(
      "update record set fields = fields || jsonb_build_object('items', $2::jsonb) where id = $1",
      [own.id, JSON.stringify([line])],
    ),
  )
  let looked = 0
  const quick: typeof base.db.quick = {
    run: (query) => {
      looked += 1
      return base.db.quick.run(query)
    },
  }
  const facts = {
    sheet: { kind: 'matter', where: { id: { own: 'id' } }, want: 'first' },
    readings: {
      readings: { fact: 'sheet', field: 'items' },
      units: { value: [30] },
      from: { input: 'from' },
      to: { own: 'today' },
    },
  } as const
  const load = (names: readonly string[]) =>
    loadFacts(
      { ...base.db, quick },
      {
        registry: new Map([[matter.name, matter]]),
        kind: { ...matter, facts },
        names,
        record: own,
        input: { from: '2026-02-28' },
        today: '2026-08-03',
        readings: async (_city, { items }) => ({
          '30': Object.fromEntries(items.map(({ id }) => [id, { numerator: 3, denominator: 9 }])),
        }),
      },
    )
  const readings = { '30': { '1': { numerator: 3, denominator: 9 } } }
  const both = await load(['readings', 'sheet'])
  expect([looked, both['readings']?.readings, both['sheet']?.count]).toEqual([1, readings, 1])
  const alone = await load(['readings'])
  expect([looked, alone['readings']?.readings, Object.keys(alone)]).toEqual([
    2,
    readings,
    ['readings'],
  ])
})
