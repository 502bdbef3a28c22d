import { expect, test } from 'vitest'
import { without } from './without.ts'

test('a case that is left out goes from what was drawn, whatever was counted since', () => {
  const drawn = { numerator: 80, denominator: 100, population: 50_000, expected: 75 }
  const now = { numerator: 83, denominator: 104, expected: 78 }
  const left = { numerator: 83, denominator: 103, expected: 77.25 }
  expect(without(drawn, now, left)).toEqual({
    numerator: 80,
    denominator: 99,
    population: 50_000,
    expected: 74.25,
  })
})

test('nothing is expected afterwards where nothing was before', () => {
  const drawn = { numerator: 8, denominator: 10 }
  expect(without(drawn, { ...drawn, expected: 7 }, { numerator: 7, denominator: 9 })).toEqual({
    numerator: 7,
    denominator: 9,
  })
})

test('of what is hidden nothing can be taken', () => {
  const drawn = { numerator: 8, denominator: 10 }
  const hidden = { numerator: 0, denominator: 4, hidden: true } as const
  expect(without(drawn, hidden, hidden)).toBe(drawn)
  expect(without(hidden, drawn, { numerator: 7, denominator: 9 })).toBe(hidden)
})
