import { describe, expect, it } from 'vitest'
import { givesToTheComplainedOf, relationsOf } from './access.ts'
import { directoryOf, type Unit } from './directory.ts'
import type { Kind } from './kind.ts'
import type { RecordState } from './record.ts'
import { townWorld } from './testing.ts'

const kind: Kind = {
  name: 'probe',
  label: '探针',
  group: 'test',
  systems: [],
  version: 1,
  about: '',
  fields: {},
  title: 'title',
  relations: { official: { label: '', is: { anyone: 'post' } } },
  see: ['official'],
  seats: { lead: { label: '', is: { field: 'lead' } } },
  responsible: 'lead',
  complainedOf: 'complained',
  starts: {},
  states: {},
  rules: {},
}

const named = (id: number, more: Partial<Unit> = {}): Unit => ({
  id,
  name: `单位${id}`,
  type: 'bureau',
  functions: [],
  area: 1,
  ...more,
})

/** Unit 1 was merged into 2, 2 into 3; 4 lies under 3; 5 has nothing to do with them. */
const units = [
  named(1, { to: 100, successors: [2] }),
  named(2, { to: 200, successors: [3] }),
  named(3),
  named(4, { parent: 3 }),
  named(5),
]
const city = { code: 1, level: 'city', type: '市', name: '市' } as const
const world = { ...townWorld([]), directory: directoryOf([city], units) }

const record = (fields: RecordState['fields']): RecordState => ({
  id: 'r',
  kind: 'probe',
  number: 'P1',
  title: '',
  state: 'done',
  place: { city: 1 },
  fields,
  parties: [],
  clocks: {},
  takers: {},
  counted: {},
  version: 1,
  openedAt: 0,
})

function sees(unit: number, complained: number): boolean {
  const post = { id: 'x', person: 'p', unit, role: 'clerk' } as const
  const at = { world, record: record({ complained }), actor: { by: 'post', post } as const }
  return relationsOf(kind, at).size > 0
}

describe('once the unit complained of was merged', () => {
  it('what came of it, and any unit under that, is kept out as it was', () => {
    expect([1, 2, 3, 4, 5].filter((unit) => sees(unit, 1))).toEqual([5])
  })

  it('a complaint of the new unit does not reach back to what it came of', () => {
    expect([1, 2, 3, 4, 5].filter((unit) => sees(unit, 3))).toEqual([1, 2, 5])
  })

  it('no seat is given to what came of it', () => {
    const before = record({ complained: 1 })
    const mayNot = (lead: number) =>
      givesToTheComplainedOf(kind, world, { before, after: record({ complained: 1, lead }) })
    expect([3, 4, 5].filter(mayNot)).toEqual([3, 4])
  })
})
