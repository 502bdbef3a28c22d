import { expect, test } from 'vitest'
import type { Reading } from './score.ts'
import { scoredOf, withPlace } from './scored.ts'
import { solvedItem as item } from './testing.ts'

const over = (numerator: number, denominator: number): Reading => ({ numerator, denominator })

function scored(readings: Readonly<Record<number, Reading>>, smallest = 30) {
  const units = Object.entries(readings).map(([unit, reading]) => ({
    unit: Number(unit),
    readings: { 'N13#solved': reading },
  }))
  return scoredOf({ units, smallest }, [item])
}

const several = scored({ 1: over(950, 1000), 2: over(80, 100), 3: over(82, 100), 4: over(9, 10) })

test('units stay in the order they were asked for, with a place only where bounds come apart', () => {
  expect(several.rows.map(({ told }) => told.unit)).toEqual([1, 2, 3, 4])
  expect(several.rows.map(({ place }) => place && [place.from, place.to])).toEqual([
    [1, 1],
    [2, 3],
    [2, 3],
    undefined,
  ])
  expect(several.placed).toBe(3)
})

test('what is hidden for its small base gives no points, nor does what is not told', () => {
  const [hidden] = scored({ 1: { ...over(0, 4), hidden: true } as Reading }).rows
  expect(hidden?.score.lines[0]).toMatchObject({ why: 'tooFew' })
  const untold = scoredOf({ units: [{ unit: 1, readings: {} }], smallest: 30 }, [item])
  expect(untold.rows[0]?.score.lines[0]).toMatchObject({ why: 'noBase' })
})

test('a unit that sees itself alone has the place that was published, or none', () => {
  const alone = scored({ 2: over(80, 100) })
  const none = withPlace(alone, undefined)
  expect([none.placed, none.rows[0] && 'place' in none.rows[0]]).toEqual([0, false])
  const placed = withPlace(alone, { from: 2, to: 3, placed: 3 })
  expect([placed.placed, placed.rows[0]?.place]).toEqual([3, { unit: 2, from: 2, to: 3 }])
})

test('among several each has the place that its points give', () => {
  expect(withPlace(several, { from: 2, to: 3, placed: 3 })).toBe(several)
  const nobody = { placed: 0, rows: [] }
  expect(withPlace(nobody, { from: 2, to: 3, placed: 3 })).toBe(nobody)
})
