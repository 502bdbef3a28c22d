import { expect, test } from 'vitest'
import { wholeMonths } from './periods.ts'

test('a period is a whole month, quarter, half-year or year, as the calendar has them', () => {
  expect(wholeMonths('2026-02-01', '2026-02-28')).toBe(1)
  expect(wholeMonths('2026-04-01', '2026-06-30')).toBe(3)
  expect(wholeMonths('2026-07-01', '2026-12-31')).toBe(6)
  expect(wholeMonths('2026-01-01', '2026-12-31')).toBe(12)
})

test('chosen days, half months and quarters of one’s own making are no period', () => {
  for (const [from, to] of [
    ['2026-02-02', '2026-03-01'],
    ['2026-02-01', '2026-02-27'],
    ['2026-02-01', '2026-04-30'],
    ['2026-01-01', '2026-02-28'],
    ['2026-03-01', '2026-02-28'],
  ] as const)
    expect(wholeMonths(from, to)).toBeUndefined()
})
