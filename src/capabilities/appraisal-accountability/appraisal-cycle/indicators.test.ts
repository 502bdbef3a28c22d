import { expect, test } from 'vitest'
import { coveringOf, type Where } from '../../../kernel/cover.ts'
import { type Figure, figureOf, type Indicator, isCover } from '../../../kernel/indicator.ts'
import { at, governedWorld, town, unit } from '../../../kernel/testing.ts'
import { questionIndicators } from '../must-answer-question/indicators.ts'
import { cycleIndicators } from './indicators.ts'

type Counts = Readonly<Record<string, Readonly<Record<string, number>>>>

/** A figure of the city, where each unit has so many of each measure. */
function figure(given: Indicator | undefined, counts: Counts): Figure {
  if (given === undefined) throw new Error('no such figure')
  const of = (where: Where, kind: string, measure: string) => {
    const own = counts[`${kind} ${measure}`] ?? {}
    if ('unit' in where) return own[where.unit] ?? 0
    return Object.values(own).reduce((sum, n) => sum + n, 0)
  }
  const asked = { world: governedWorld([]), area: town.city, at: at('12-31 23:59') }
  return figureOf(given, (term) =>
    isCover(term)
      ? coveringOf(term.covered, asked, of).filter(({ has }) => has).length
      : of({ area: town.city }, term.kind, term.measure),
  )
}

const of = (list: readonly Indicator[], id: string, part?: string) =>
  list.find((one) => one.id === id && one.part === part)

test('F42 every year’s cycle counts from the day it is planned, one that was dropped does not', () => {
  const cycles = (state: string, n: number) => ({
    [`appraisal-cycle state:${state}`]: { [unit.committee]: n },
  })
  const told = figure(of(cycleIndicators, 'F42'), {
    ...cycles('closed', 10),
    ...cycles('preparing', 1),
    ...cycles('research', 2),
    ...cycles('meeting', 3),
    ...cycles('rectifying', 4),
    ...cycles('dropped', 5),
  })
  expect(told.value).toBe(20)
  expect(of(cycleIndicators, 'F42')?.references?.[0]?.value).toBe(10)
})

test('F75 the share of organisations that have closed the year’s appraisal, by type', () => {
  const counts = {
    'appraisal-cycle closed': { [unit.committee]: 1, [unit.street]: 1 },
    'appraisal-cycle planned': { [unit.committee]: 1, [unit.cityCommittee]: 1 },
  }
  expect(figure(of(cycleIndicators, 'F75', 'committee'), counts)).toMatchObject({
    numerator: 1,
    denominator: 2,
  })
  expect(figure(of(cycleIndicators, 'F75', 'street'), counts)).toMatchObject({
    numerator: 1,
    denominator: 3,
  })
})

test('F48 the year’s questions, and the committees that have set any', () => {
  const counts = { 'must-answer-question asked': { [unit.committee]: 2, [unit.street]: 1 } }
  expect(figure(of(questionIndicators, 'F48', 'asked'), counts).value).toBe(3)
  expect(figure(of(questionIndicators, 'F48', 'set'), counts)).toMatchObject({
    numerator: 1,
    denominator: 2,
  })
})
