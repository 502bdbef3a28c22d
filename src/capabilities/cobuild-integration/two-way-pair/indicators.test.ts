import { expect, test } from 'vitest'
import { figureOf, ofCounts } from '../../../kernel/indicator.ts'
import { pairIndicators } from './indicators.ts'
import { directions } from './sides.ts'

test('R054 pairs that are two-way, overdue or lack a direction are told over the pairs that are on', () => {
  const counts: Readonly<Record<string, number>> = {
    paired: 8,
    twoWay: 2,
    overdue: 1,
    'cadre-territory': 6,
  }
  const told = pairIndicators.map((one) => [
    [one.id, ...(one.part === undefined ? [] : [one.part])].join('#'),
    figureOf(
      one,
      ofCounts(({ measure }) => counts[measure] ?? 0),
    ).value,
  ])
  expect(Object.fromEntries(told)).toEqual({
    'two-way-pairs': 0.25,
    'consultation-overdue': 0.125,
    ...Object.fromEntries(directions.map(({ value }) => [`two-way-missing#${value}`, 0])),
    'two-way-missing#cadre-territory': 0.75,
  })
})
