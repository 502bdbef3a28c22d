import { expect, test } from 'vitest'
import { lessOf, type Removed } from './removed.ts'

const place = { city: 1, district: 2, street: 3 }

function appeal(own: Partial<Removed> = {}): Removed {
  return {
    kind: 'appeal',
    measure: 'evaluated',
    n: 1,
    place,
    unit: 30,
    day: '2026-08-03',
    category: 'light',
    ...own,
  }
}

const asked = {
  level: 'street',
  area: 3,
  kind: 'appeal',
  measure: 'evaluated',
  stock: false,
  span: { from: '2026-08-01', to: '2026-08-31' },
} as const

test('a case that is taken out is counted less where it lies and whose it is', () => {
  expect(lessOf([appeal()], asked)).toBe(1)
  expect(lessOf([appeal(), appeal({ n: 2 })], asked)).toBe(3)
  expect(lessOf([appeal()], { ...asked, level: 'unit', area: 30 })).toBe(1)
  expect(lessOf([appeal()], { ...asked, level: 'unit', area: 31 })).toBe(0)
  expect(lessOf([appeal()], { ...asked, level: 'district', area: 2 })).toBe(1)
})

test('a case of another place, day, kind, measure or category takes nothing out', () => {
  const others = [
    { place: { ...place, street: 4 } },
    { day: '2026-07-31' },
    { kind: 'finding' },
    { measure: 'solved' },
  ]
  for (const other of others) expect(lessOf([appeal(other)], asked)).toBe(0)
  expect(lessOf([appeal()], { ...asked, value: 'noise' })).toBe(0)
  expect(lessOf([appeal()], { ...asked, value: 'light' })).toBe(1)
})
