import { describe, expect, it } from 'vitest'
import { type Counted, coveringOf, endOfDay } from './cover.ts'
import { type Area, directoryOf } from './directory.ts'
import type { Cover } from './indicator.ts'
import { startOfDay } from './time.ts'
import { town, townWorld, unit, units } from './testing.ts'

const world = townWorld([])
const at = endOfDay('2026-06-30')
const whole = { world, area: town.city, at }

/** So many records of each measure, wherever it is asked. */
const have =
  (counts: Readonly<Record<string, number>>): Counted =>
  (where, kind, measure) => {
    const key = 'unit' in where ? `u${where.unit}` : `${where.area}${where.value ?? ''}`
    return counts[`${key} ${kind}.${measure}`] ?? 0
  }
const streets: Cover = {
  of: { areas: 'street' },
  having: [{ kind: 'task', measures: ['state:removed', 'state:never'], atLeast: 2 }],
}
const namesOf = (cover: Cover, count: Counted, area: number = town.city) =>
  coveringOf(cover, { ...whole, area }, count).map((one) => [
    one.area?.code ?? one.unit?.id ?? one.value,
    one.has,
  ])

describe('a cover of areas', () => {
  const count = have({
    '111 task.state:removed': 1,
    '111 task.state:never': 1,
    '112 task.state:removed': 1,
    '121 task.state:removed': 5,
  })

  it('asks whether all measures together are enough, at or below the asked area', () => {
    expect(namesOf(streets, count)).toEqual([
      [111, true],
      [112, false],
      [121, true],
    ])
    expect(namesOf(streets, count, town.district).length).toBe(2)
    expect(namesOf(streets, count, town.otherStreet)).toEqual([[112, false]])
    expect(namesOf(streets, count, town.community)).toEqual([])
  })

  it('wants every thing it names, and without any counts all', () => {
    const both: Cover = {
      ...streets,
      having: [...(streets.having ?? []), { kind: 'fund', measures: ['arrived'], atLeast: 1 }],
    }
    expect(namesOf(both, count).some(([, has]) => has)).toBe(false)
    expect(namesOf({ of: { areas: 'community' } }, count)).toEqual([
      [1111, true],
      [1112, true],
    ])
  })

  it('takes how many are enough from the city, as it stood on the day', () => {
    const asked: Cover = {
      of: { areas: 'street' },
      having: [
        { kind: 'task', measures: ['state:removed'], atLeast: { parameter: 'least', else: 1 } },
      ],
    }
    const parameters = { least: [{ from: startOfDay('2026-06-30'), version: '2', value: 2 }] }
    const raised = { ...whole, world: { ...world, parameters } }
    const enough = (when: typeof whole) =>
      coveringOf(asked, when, count).flatMap(({ area, has }) => (has ? [area?.code] : []))
    expect(enough(whole)).toEqual([111, 112, 121])
    expect(enough(raised)).toEqual([121])
    expect(enough({ ...raised, at: endOfDay('2026-06-29') })).toEqual([111, 112, 121])
  })

  it('leaves out whom it is not asked of', () => {
    const only: Cover = { ...streets, only: ({ area }) => area?.parent === town.otherDistrict }
    expect(namesOf(only, count)).toEqual([[121, true]])
  })

  it('asks for something in every area of a level below, and says where it is lacking', () => {
    const every: Cover = {
      of: { areas: 'district' },
      having: [{ kind: 'meeting', measures: ['held'], atLeast: 1, every: ['district', 'street'] }],
    }
    const held = have({ '11 meeting.held': 1, '111 meeting.held': 2, '12 meeting.held': 1 })
    const [first, second] = coveringOf(every, whole, held)
    expect(first).toMatchObject({ has: false, held: [{ sum: 2, of: 3, enough: false }] })
    expect(first?.held[0]?.lacking?.map(({ code }) => code)).toEqual([112])
    expect(second?.held[0]?.lacking?.map(({ code }) => code)).toEqual([121])
  })
})

describe('a day', () => {
  const day = startOfDay('2026-07-01')
  const areas: readonly Area[] = [
    { code: 1, level: 'city', type: '市', name: '同心市' },
    { code: 11, level: 'district', type: '区', name: '东区', parent: 1 },
    { code: 111, level: 'street', type: '街道', name: '前街', parent: 11, to: day },
    { code: 113, level: 'street', type: '街道', name: '新街', parent: 11, from: day },
  ]
  const directory = directoryOf(
    areas,
    units.map((one) => (one.id === unit.bureau ? { ...one, to: day } : one)),
  )
  const asked = (on: string, cover: Cover) =>
    coveringOf(cover, { world: { ...world, directory }, area: 1, at: endOfDay(on) }, have({})).map(
      ({ area, unit: found }) => area?.code ?? found?.id,
    )

  it('knows the areas and units there were on it, and no others', () => {
    expect(asked('2026-06-30', { of: { areas: 'street' } })).toEqual([111])
    expect(asked('2026-07-01', { of: { areas: 'street' } })).toEqual([113])
    const departments: Cover = { of: { units: 'department' } }
    expect(asked('2026-06-30', departments)).toContain(unit.bureau)
    expect(asked('2026-07-01', departments)).not.toContain(unit.bureau)
  })
})

it('units of a type have what is counted under their own name', () => {
  const cover: Cover = {
    of: { units: 'department' },
    having: [{ kind: 'signed', measures: ['state:signed'], atLeast: 1 }],
  }
  const told = namesOf(cover, have({ [`u${unit.bureau} signed.state:signed`]: 1 }), town.district)
  expect(told).toContainEqual([unit.bureau, true])
  expect(told).toContainEqual([unit.traffic, false])
  expect(told.map(([id]) => id)).not.toContain(unit.otherBureau)
  expect(told.map(([id]) => id)).not.toContain(unit.cityBureau)
})

it('values of a list have what is counted of each in the area', () => {
  const cover: Cover = {
    of: { values: 'blocks' },
    having: [{ kind: 'item', measures: ['state:inForce'], atLeast: 1 }],
  }
  const told = coveringOf(
    cover,
    { ...whole, values: ['party', 'safety'] },
    have({ '1party item.state:inForce': 3 }),
  )
  expect(told.map(({ value, has }) => [value, has])).toEqual([
    ['party', true],
    ['safety', false],
  ])
})
