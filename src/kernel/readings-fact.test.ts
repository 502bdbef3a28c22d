import { expect, test } from 'vitest'
import type { FactRef, ReadingsFact } from './fact.ts'
import type { Value } from './field.ts'
import { askedReadings, readingsFrom, readingsValue } from './readings-fact.ts'
import { townWorld, unit } from './testing.ts'

const fact: ReadingsFact = {
  readings: { field: 'items' },
  units: { field: 'units' },
  from: { field: 'from' },
  to: { field: 'to' },
}
const lines = ['1 解决率 N13#solved 40分 满分0.9 零分0.5 不调整']
const given: Readonly<Record<string, Value>> = {
  units: [unit.street, unit.otherStreet],
  from: '2026-01-01',
  to: '2026-06-30',
}

function asked(change: Readonly<Record<string, Value>> = {}, items: Value = lines) {
  const values = { ...given, ...change }
  const valueOf = (ref: FactRef) => ('field' in ref ? values[ref.field] : undefined)
  return askedReadings(fact, items, valueOf)
}

test('several items of several units are asked for at once', () => {
  expect(asked()).toMatchObject({
    items: [{ id: '1', indicator: 'N13', part: 'solved' }],
    units: [unit.street, unit.otherStreet],
    from: '2026-01-01',
    to: '2026-06-30',
  })
  expect(asked({ units: unit.street })?.units).toEqual([unit.street])
})

test('nothing is asked for while items, units or days are not given', () => {
  expect(asked({}, null)).toBeUndefined()
  expect(asked({ units: [] })).toBeUndefined()
  expect(asked({ from: null })).toBeUndefined()
  expect(asked({ to: '六月' })).toBeUndefined()
})

test('what a figure is set against comes with it; a figure nobody knows is left out', () => {
  const one = asked()
  if (one === undefined) throw new Error('everything is given')
  const read = readingsFrom(
    one,
    ({ unit: whose, area }) =>
      whose === unit.street
        ? {
            value: 0.5,
            numerator: 5,
            denominator: 10,
            hidden: false,
            population: area * 10,
            expected: 6,
          }
        : undefined,
    townWorld([]),
  )
  expect(read).toEqual({
    '30': { '1': { numerator: 5, denominator: 10, population: 1110, expected: 6 } },
    '40': {},
  })
  expect(readingsValue(read)).toEqual({ count: 0, rows: [], readings: read })
  expect(readingsValue(undefined)).toEqual({ count: 0, rows: [] })
})

test('a figure that is hidden for its small base stays hidden', () => {
  const one = asked({ units: [unit.street] })
  if (one === undefined) throw new Error('everything is given')
  const hidden = { value: undefined, numerator: undefined, denominator: 4, hidden: true }
  expect(readingsFrom(one, () => hidden, townWorld([]))).toEqual({
    '30': { '1': { numerator: 0, denominator: 4, hidden: true } },
  })
})
