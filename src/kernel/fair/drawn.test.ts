import { expect, test } from 'vitest'
import { asDrawn } from './drawn.ts'
import type { Reading } from './score.ts'
import { solvedItem as item } from './testing.ts'

const items = [item]
const terms = [{ key: 'n0' }]
const over = (numerator: number, denominator: number): Reading => ({ numerator, denominator })

function view(readings: Readonly<Record<number, Reading>>) {
  const units = Object.entries(readings).map(([unit, reading]) => ({
    unit: Number(unit),
    name: `街道${unit}`,
    readings: { 'N13#solved': { ...reading, terms } },
  }))
  return { units, smallest: 30 }
}

const now = view({ 2: { ...over(85, 106), population: 900 }, 3: over(82, 100) })
const drawn = { '2': { '1': over(80, 100) }, '3': { '1': over(82, 100) } }
const told = (shown: typeof now) => shown.units.map(({ readings }) => readings['N13#solved'])

test('a round stands as it was drawn, beside the lists of today', () => {
  const shown = asDrawn(now, { drawn, items, smallest: 50 })
  expect(told(shown)).toEqual([
    { ...over(80, 100), terms },
    { ...over(82, 100), terms },
  ])
  expect([shown.smallest, shown.units[0]?.name]).toEqual([50, '街道2'])
  expect(asDrawn(now, { drawn, items }).smallest).toBe(30)
})

test('a trial takes from what was drawn what goes with a case', () => {
  const less = view({ 2: over(85, 105), 3: over(82, 100) })
  expect(told(asDrawn(now, { drawn, items, less }))[0]).toEqual({ ...over(80, 99), terms })
})

test('where nothing was drawn it stands as it is counted today', () => {
  const less = view({ 2: over(85, 105) })
  expect(asDrawn(now, { drawn: undefined, items })).toBe(now)
  expect(asDrawn(now, { drawn: undefined, items, less })).toBe(less)
})

test('what was not drawn is not told by what is counted since', () => {
  const some = { '2': { '1': over(80, 100) } }
  expect(told(asDrawn(now, { drawn: some, items }))).toEqual([
    { ...over(80, 100), terms },
    undefined,
  ])
})
