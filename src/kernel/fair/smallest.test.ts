import { expect, test } from 'vitest'
import { at, governedWorld } from '../testing.ts'
import { leastSmallest, smallestBase, smallestOf, usualSmallest } from './smallest.ts'

const plain = governedWorld([])
const set = (value: number | string, from = 0) => ({
  ...plain,
  parameters: { 'score.smallest': [{ from, version: 'own', value }] },
})

test('a base is small under what the city set, and always under five', () => {
  expect(smallestBase(set(40), '2026-08-04')).toBe(40)
  expect(smallestBase(set(3), '2026-08-04')).toBe(5)
  expect(smallestBase(set('many'), '2026-08-04')).toBe(30)
  expect(smallestBase(plain, '2026-08-04')).toBe(30)
  expect([leastSmallest, usualSmallest]).toEqual([5, 30])
})

test('what begins to hold on a day holds for all of that day', () => {
  const from = at('08-04 18:00')
  expect(smallestBase(set(40, from), '2026-08-04')).toBe(40)
  expect(smallestBase(set(40, from), '2026-08-03')).toBe(30)
})

test('what a record kept is no smaller either', () => {
  expect([0, 4, 5, 6, undefined].map(smallestOf)).toEqual([5, 5, 5, 6, 30])
})
