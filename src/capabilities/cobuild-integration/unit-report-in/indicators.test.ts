import { expect, test } from 'vitest'
import { coveringOf } from '../../../kernel/cover.ts'
import { figureOf, type Indicator, isCover, type Term } from '../../../kernel/indicator.ts'
import { at, governedWorld, town, unit } from '../../../kernel/testing.ts'
import { cobuildProjectIndicators } from '../cobuild-project/indicators.ts'
import { memberReportInIndicators } from '../member-report-in/indicators.ts'
import { unitReportInIndicators } from './indicators.ts'

type Counts = Readonly<Record<string, number>>

const all = [...unitReportInIndicators, ...memberReportInIndicators, ...cobuildProjectIndicators]

/** A figure of the governed town, from counts by 'kind measure' or 'kind measure where'. */
function figure(id: string, counts: Counts) {
  const indicator = all.find((one) => one.id === id)
  if (indicator === undefined) throw new Error(`no ${id}`)
  return figureOf(indicator, (term) => sum(term, counts))
}

function sum(term: Term, counts: Counts): number {
  if (!isCover(term)) return counts[`${term.kind} ${term.measure}`] ?? 0
  const place = { world: governedWorld([]), area: town.city, at: at('08-03 09:00') }
  return coveringOf(term.covered, place, (where, kind, measure) => {
    const at = 'unit' in where ? where.unit : where.area
    return counts[`${kind} ${measure} ${at}`] ?? 0
  }).filter(({ has }) => has).length
}

const referenceOf = (id: string): Indicator['references'] =>
  all.find((one) => one.id === id)?.references

test('R051 the base of N01 is every organ and institution of the city and its districts', () => {
  const none = figure('N01', {})
  expect(none.numerator).toBe(0)
  const counted = figure('N01', {
    [`unit-report-in counts ${unit.bureau}`]: 1,
    [`unit-report-in counts ${unit.government}`]: 2,
    [`unit-report-in reported ${unit.traffic}`]: 1,
    [`unit-report-in counts ${unit.street}`]: 1,
  })
  expect(counted).toMatchObject({ numerator: 2, denominator: none.denominator })
  expect(none.denominator).toBe(16)
})

test('R051 the base of N02 is what units say of their members, confirmed ones above it', () => {
  const counts = {
    'member-report-in based': 36,
    'member-report-in confirmed': 39,
    'member-report-in registered': 40,
    'unit-report-in members': 48,
  }
  expect(figure('N02', counts).value).toBe(0.75)
})

test('units of the list of N01 that told no number of members are shown', () => {
  const told = figure('members-told', {
    [`unit-report-in members ${unit.bureau}`]: 40,
    [`unit-report-in counts ${unit.government}`]: 1,
    [`unit-report-in members ${unit.street}`]: 9,
  })
  expect(told).toMatchObject({ numerator: 1, denominator: figure('N01', {}).denominator })
})

test('F20 counts members who served in an emergency, beside what was published', () => {
  expect(figure('F20', { 'member-report-in inEmergency': 7 }).value).toBe(7)
  expect(referenceOf('F20')).toMatchObject([{ value: 8_461_000, place: '全国' }])
})

test('F16 tells how many of the three lists a community has, R053 who lacks one', () => {
  const counts = {
    [`community-need listing ${town.community}`]: 2,
    [`unit-resource opening ${town.community}`]: 1,
    [`cobuild-project proposing ${town.community}`]: 1,
    [`community-need listing ${town.otherCommunity}`]: 1,
  }
  expect(figure('F16', counts).value).toBe(2)
  expect(figure('three-lists-complete', counts)).toMatchObject({ numerator: 1, denominator: 2 })
  expect(referenceOf('F16')).toMatchObject([{ value: 3, asOf: '2021-06' }])
})
