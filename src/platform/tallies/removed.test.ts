import { expect, test } from 'vitest'
import { lessOf, type Removed } from './removed.ts'

const place = { city: 1, district: 2, street: 3 }

function appeal(record: string, own: Partial<Removed> = {}): Removed {
  return {
    kind: 'appeal',
    record,
    isSeen: false,
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

const five = ['a', 'b', 'c', 'd', 'e']

test('a case that one may see is taken out alone', () => {
  expect(lessOf([appeal('a', { isSeen: true })], asked)).toBe(1)
})

test('cases that one may not see are taken out five together, never one by one', () => {
  expect(
    lessOf(
      five.slice(1).map((id) => appeal(id)),
      asked,
    ),
  ).toBe(0)
  expect(
    lessOf(
      five.map((id) => appeal(id)),
      asked,
    ),
  ).toBe(5)
  expect(
    lessOf(
      five.map((id) => appeal(id)),
      { ...asked, level: 'unit', area: 30 },
    ),
  ).toBe(5)
})

test('a case named several times over, by its measures, is still one', () => {
  const one = ['evaluated', 'solved', 'responded', 'contacted', 'rated'].map((measure) =>
    appeal('a', { measure }),
  )
  expect(lessOf(one, asked)).toBe(0)
})

test('cases of other places or days do not cover for one', () => {
  const elsewhere = five.slice(1).map((id) => appeal(id, { place: { ...place, street: 4 } }))
  const before = five.slice(1).map((id) => appeal(id, { day: '2026-07-31' }))
  expect(lessOf([appeal('a'), ...elsewhere], asked)).toBe(0)
  expect(lessOf([appeal('a'), ...before], asked)).toBe(0)
  expect(lessOf([appeal('a'), ...elsewhere], { ...asked, level: 'district', area: 2 })).toBe(5)
})
