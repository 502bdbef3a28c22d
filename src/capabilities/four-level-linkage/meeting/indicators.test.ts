import { describe, expect, test } from 'vitest'
import { coveringOf, type Where } from '../../../kernel/cover.ts'
import {
  type Figure,
  figureOf,
  type Indicator,
  isCover,
  type Term,
} from '../../../kernel/indicator.ts'
import { at, governedWorld, town, unit } from '../../../kernel/testing.ts'
import type { World } from '../../../kernel/world.ts'
import { meetingIndicators } from './indicators.ts'

const world = governedWorld([])
const everywhere = {
  'state:runsCity': [town.city],
  'state:runsDistrict': [town.district, town.otherDistrict],
  'state:runsStreet': [town.street, town.otherStreet, 121],
  'state:runsCommunity': [town.community, town.otherCommunity],
} as const

type Counts = Readonly<Record<string, readonly number[]>>

function indicator(id: string): Indicator {
  const found = meetingIndicators.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no ${id}`)
  return found
}

/** How often a measure is counted in a place; an area counts what lies below it too. */
function counted(counts: Counts, { directory }: World) {
  return (where: Where, _: string, measure: string): number => {
    const own = counts[measure] ?? []
    if ('unit' in where) return own.filter((one) => one === where.unit).length
    const lies = (code: number): boolean => {
      const above = directory.areas.get(code)?.parent
      return code === where.area || (above !== undefined && lies(above))
    }
    return own.filter(lies).length
  }
}

function figure(id: string, counts: Counts, change: Partial<World> = {}): Figure {
  const own = { ...world, ...change }
  const count = counted(counts, own)
  const asked = { world: own, area: town.city, at: at('08-31 23:59') }
  return figureOf(indicator(id), (term: Term) =>
    isCover(term)
      ? coveringOf(term.covered, asked, count).filter(({ has }) => has).length
      : count({ area: town.city }, term.kind, term.measure),
  )
}

function lacking(id: string, counts: Counts) {
  const [term] = indicator(id).numerator
  if (term === undefined || !isCover(term)) return []
  const asked = { world, area: town.city, at: at('08-31 23:59') }
  return coveringOf(term.covered, asked, counted(counts, world)).flatMap(({ held }) =>
    held.flatMap((one) => (one.lacking ?? []).map(({ code }) => code)),
  )
}

describe('R026', () => {
  const all: Counts = everywhere
  const without = (measure: string, area: number): Counts => ({
    ...all,
    [measure]: (all[measure] ?? []).filter((one) => one !== area),
  })

  test('R026 F21 a city counts when every district, street and community has its own meeting', () => {
    expect(figure('F21', everywhere)).toMatchObject({ value: 1, denominator: 1 })
    expect(figure('F74', everywhere)).toMatchObject({ value: 1 })
    for (const [measure, areas] of Object.entries(everywhere))
      for (const area of areas) expect(figure('F21', without(measure, area)).value).toBe(0)
  })

  test('R026 the missing ones are named', () => {
    expect(lacking('F21', without('state:runsCommunity', town.otherCommunity))).toEqual([
      town.otherCommunity,
    ])
    expect(lacking('F21', without('state:runsStreet', town.street))).toEqual([town.street])
  })

  test('R026 a meeting below does not stand for the one above it', () => {
    expect(figure('F21', without('state:runsDistrict', town.district)).value).toBe(0)
  })

  test('R026 by the other definition one of each level is enough', () => {
    const one = { 'meeting.fourLevels': [{ from: 0, version: '1', value: 'one' }] }
    const sparse = {
      'state:runsCity': [town.city],
      'state:runsDistrict': [town.district],
      'state:runsStreet': [town.street],
      'state:runsCommunity': [town.community],
    }
    expect(figure('F21', sparse).value).toBe(0)
    expect(figure('F21', sparse, { parameters: one }).value).toBe(1)
    expect(figure('F21', everywhere, { parameters: one }).value).toBe(1)
    const noStreet = { ...sparse, 'state:runsStreet': [] }
    expect(figure('F21', noStreet, { parameters: one }).value).toBe(0)
  })
})

test('published values stand beside: 90.4 % in both years, one forum a quarter', () => {
  const values = ['F21', 'F74', 'F39'].map((id) => indicator(id).references?.[0])
  expect(values).toEqual([
    { value: 0.904, asOf: '2021-06', place: '全国' },
    { value: 0.904, asOf: '2022-06', place: '全国' },
    { value: 1, asOf: '2022-06', place: '杭州' },
  ])
})

test('R029 F39 is the number of forums held in the quarter', () => {
  expect(figure('F39', { forumHeld: [town.city, town.city] }).value).toBe(2)
  expect(figure('F39', {}).value).toBe(0)
  expect(indicator('F39')).toMatchObject({ by: 'flow', period: 'quarter' })
})

test('R023 N16 is joint meetings that take in the level below over those that have one', () => {
  const counts = { upper: [town.city, town.district, town.street], upperTaken: [town.district] }
  expect(figure('N16', counts)).toMatchObject({ numerator: 1, denominator: 3 })
  expect(indicator('N16').by).toBe('stock')
})

test('R024 each joint meeting below that was not guided in the period is missing', () => {
  const id = 'joint-meeting-guidance'
  expect(figure(id, everywhere)).toMatchObject({ numerator: 0, denominator: 7 })
  const some = { guidedStreet: [town.street], guidedDistrict: [town.district] }
  expect(figure(id, { ...everywhere, ...some })).toMatchObject({ numerator: 2, denominator: 7 })
  const street = { guidedStreet: [town.street, town.otherStreet, 121] }
  expect(figure(id, { ...everywhere, ...street }).numerator).toBe(3)
  const none = { ...some, 'state:runsStreet': [] }
  expect(figure(id, { ...everywhere, ...none })).toMatchObject({ numerator: 1, denominator: 4 })
})

test('R030 a committee without a topic study in the half year is missing', () => {
  const held = figure('topic-study-coverage', { studyHeld: [unit.committee] })
  expect(held).toMatchObject({ numerator: 1, denominator: 2 })
  expect(indicator('topic-study-coverage')).toMatchObject({ by: 'flow', period: 'half-year' })
})

test('R119 a committee whose principal leader did nothing in person this year is missing', () => {
  const acted = figure('leader-acts-coverage', { acted: [unit.cityCommittee, unit.committee] })
  expect(acted).toMatchObject({ value: 1, denominator: 2 })
  expect(figure('leader-acts-coverage', {}).value).toBe(0)
  expect(indicator('leader-acts-coverage')).toMatchObject({ by: 'flow', period: 'year' })
})
