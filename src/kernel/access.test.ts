import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maySee, relationsOf, seatUnit } from './access.ts'
import type { Post, Role } from './actor.ts'
import { type Area, directoryOf, placeOf, type Unit } from './directory.ts'
import type { Kind } from './kind.ts'
import type { RecordState } from './record.ts'
import { townWorld } from './testing.ts'

/** One relation of each sort, and nothing else. */
const kind: Kind = {
  name: 'probe',
  label: '探针',
  group: 'test',
  systems: [],
  version: 1,
  about: '',
  fields: {},
  title: 'title',
  relations: {
    seated: { label: '', roles: ['clerk', 'head'], is: { seat: 'lead' } },
    party: { label: '', is: { party: 'co' } },
    desk: { label: '', is: { function: 'desk', over: 'place' } },
    typed: { label: '', roles: ['leader'], is: { unitType: ['office'], over: 'place' } },
    above: { label: '', is: { above: 'lead' } },
    official: { label: '', is: { anyone: 'post' } },
    holder: { label: '', is: { anyone: 'link' } },
  },
  see: ['seated', 'party'],
  seats: {
    lead: { label: '', is: { field: 'lead' } },
    nearest: { label: '', is: { function: 'desk' } },
    ofCity: { label: '', is: { function: 'desk', level: 'city' } },
  },
  responsible: 'lead',
  complainedOf: 'complained',
  starts: {},
  states: {},
  rules: {},
}

const roles: readonly Role[] = ['clerk', 'head', 'leader', 'agent']
const levels = ['city', 'district', 'street', 'community'] as const

/** A tree of random width and depth, units scattered over it, some under others. */
const forest = fc
  .record({
    parents: fc.array(fc.nat(), { minLength: 2, maxLength: 20 }),
    units: fc.array(
      fc.record({
        area: fc.nat(),
        parent: fc.option(fc.nat()),
        type: fc.constantFrom('office', 'bureau'),
        desk: fc.boolean(),
      }),
      { minLength: 2, maxLength: 12 },
    ),
    picks: fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
    role: fc.constantFrom(...roles),
  })
  .map(({ parents, units, picks, role }) => {
    const areas = grown(parents)
    const placed = units.map((one, index): Unit => ({
      id: index + 1,
      name: `单位${index}`,
      type: one.type,
      functions: one.desk ? ['desk'] : [],
      area: areas[one.area % areas.length]?.code ?? 1,
      // Only an earlier unit may stand above: a tree has no circle.
      parent: one.parent === null || index === 0 ? undefined : (one.parent % index) + 1,
    }))
    return { areas, units: placed, picks, role }
  })

function grown(parents: readonly number[]): readonly Area[] {
  const areas: Area[] = [{ code: 1, level: 'city', type: '市', name: '市' }]
  for (const pick of parents) {
    const open = areas.filter((area) => area.level !== 'community')
    const parent = open[pick % open.length]
    const above = levels.findIndex((one) => one === parent?.level)
    const level = levels[Math.max(above, 0) + 1] ?? 'community'
    areas.push({ code: areas.length + 1, level, type: level, name: level, parent: parent?.code })
  }
  return areas
}

/** The naive statement: walks raw lists upward, and knows nothing of the engine. */
function chain(start: number | undefined, parentOf: (id: number) => number | undefined): number[] {
  return start === undefined ? [] : [start, ...chain(parentOf(start), parentOf)]
}

test('how a post stands to a record is what a naive walk over the trees says', () => {
  fc.assert(
    fc.property(forest, ({ areas, units, picks, role }) => {
      const [areaPick = 0, leadPick = 0, minePick = 0, partyPick = 0, complainPick = 0, odd = 0] =
        picks
      const unitAt = (pick: number) => units[pick % units.length]
      const where = areas[areaPick % areas.length]?.code ?? 1
      const [lead, mine, party] = [
        unitAt(leadPick)?.id ?? 0,
        unitAt(minePick),
        unitAt(partyPick)?.id ?? 0,
      ]
      const complained = odd % 3 === 0 ? unitAt(complainPick)?.id : undefined
      const directory = directoryOf(areas, units)
      const place = placeOf(directory, where)
      if (mine === undefined || place === undefined) throw new Error('an empty town')
      const record: RecordState = {
        ...blank,
        place,
        fields: { lead, ...(complained === undefined ? {} : { complained }) },
        parties: [
          { unit: party, role: 'co', state: 'called', fields: {}, clocks: {}, joinedAt: 0 },
        ],
      }
      const post: Post = { id: 'x', person: 'p', unit: mine.id, role }
      const world = { ...townWorld([]), directory }
      const got = relationsOf(kind, { world, record, actor: { by: 'post', post } })

      const areaChain = chain(where, (code) => areas.find((area) => area.code === code)?.parent)
      const above = (id: number) =>
        chain(id, (one) => units.find((other) => other.id === one)?.parent)
      const holds = areaChain.includes(mine.area)
      const expected = new Set<string>()
      if (complained === undefined || !above(mine.id).includes(complained)) {
        if (mine.id === lead && (role === 'clerk' || role === 'head')) expected.add('seated')
        if (mine.id === party) expected.add('party')
        if (holds && mine.functions.includes('desk')) expected.add('desk')
        if (holds && mine.type === 'office' && role === 'leader') expected.add('typed')
        if (mine.id !== lead && above(lead).includes(mine.id)) expected.add('above')
        expected.add('official')
      }
      expect([...got].toSorted()).toEqual([...expected].toSorted())
      expect(maySee(kind, got)).toBe(expected.has('seated') || expected.has('party'))
    }),
    { numRuns: 1000 },
  )
})

test('a seat with a function is taken by the unit nearest to the place, or by the one of its level', () => {
  fc.assert(
    fc.property(forest, ({ areas, units, picks: [pick = 0] }) => {
      const directory = directoryOf(areas, units)
      const where = areas[pick % areas.length]?.code ?? 1
      const place = placeOf(directory, where)
      if (place === undefined) throw new Error('nowhere')
      const at = { world: { ...townWorld([]), directory }, record: { ...blank, place } }
      const desks = (code: number) =>
        units.find((unit) => unit.area === code && unit.functions.includes('desk'))?.id
      const walk = chain(where, (code) => areas.find((area) => area.code === code)?.parent)
      const nearest = walk.map(desks).find((id) => id !== undefined)
      expect(seatUnit({ label: '', is: { function: 'desk' } }, at)).toBe(nearest)
      expect(seatUnit({ label: '', is: { function: 'desk', level: 'city' } }, at)).toBe(desks(1))
    }),
  )
})

test('none of the three administrators stands in a relation that does not name their role', () => {
  const keeper = { label: '', roles: ['admin'], is: { anyone: 'post' } } as const
  const own: Kind = { ...kind, relations: { ...kind.relations, keeper } }
  const standing = (role: Role) => {
    const post: Post = { id: 'x', person: 'p', unit: 1, role }
    const actor = { by: 'post', post } as const
    return [...relationsOf(own, { world: townWorld([]), record: blank, actor })]
  }
  expect(standing('clerk')).toContain('official')
  expect(standing('admin')).toEqual(['keeper'])
  expect(standing('security')).toEqual([])
  expect(standing('auditor')).toEqual([])
})

test('where a record names a post, its holder alone stands so, in whatever role, and no successor', () => {
  const own: Kind = {
    ...kind,
    fields: { person: { type: 'post', label: '' } },
    relations: { oneself: { label: '', roles: ['head'], is: { seat: 'lead', post: 'person' } } },
  }
  const world = townWorld([])
  const standing = (post: Post, person?: string) => {
    const fields = { lead: 30, ...(person === undefined ? {} : { person }) }
    const actor = { by: 'post', post } as const
    return [...relationsOf(own, { world, record: { ...blank, fields }, actor })]
  }
  const head: Post = { id: 'head', person: 'p', unit: 30, role: 'head' }
  const leader: Post = { ...head, id: 'leader', role: 'leader' }
  expect(standing(head)).toEqual(['oneself'])
  expect(standing(leader)).toEqual([])
  expect(standing(head, 'head')).toEqual(['oneself'])
  expect(standing(leader, 'leader')).toEqual(['oneself'])
  expect(standing({ ...head, id: 'successor' }, 'head')).toEqual([])
  expect(standing({ ...head, unit: 31 }, 'head'), 'in another unit than the seat’s').toEqual([])
  const record = { ...blank, id: 'r1', fields: { lead: 30, person: 'head' } }
  expect([...relationsOf(own, { world, record, actor: { by: 'public' } })]).toEqual([])
})

test('the holder of another record’s link is nobody', () => {
  const world = townWorld([])
  const standing = (id: string) => [
    ...relationsOf(kind, {
      world,
      record: { ...blank, id: 'r1' },
      actor: { by: 'link', record: id },
    }),
  ]
  expect(standing('r1')).toEqual(['holder'])
  expect(standing('r2')).toEqual([])
})

const blank: RecordState = {
  id: 'r',
  kind: 'probe',
  number: '',
  title: '',
  place: { city: 1 },
  state: 'open',
  version: 1,
  fields: {},
  parties: [],
  clocks: {},
  takers: {},
  counted: {},
  openedAt: 0,
}
