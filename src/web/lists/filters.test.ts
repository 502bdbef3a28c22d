import { expect, test } from 'vitest'
import { clearing, countOf, filterFor, filtersIn } from './filters.ts'

test('what is typed into the one box is told apart: telephone, number, words', () => {
  expect(filterFor('154 0000 1234')).toEqual({ phone: '15400001234' })
  expect(filterFor('0871-6400012')).toEqual({ phone: '08716400012' })
  expect(filterFor('260803A7K2M9')).toEqual({ number: '260803A7K2M9' })
  expect(filterFor('翠湖 停车')).toEqual({ q: '翠湖 停车' })
  expect(filterFor('2.07')).toEqual({ q: '2.07' })
  expect(filterFor('  ')).toEqual({})
})

test('only filters are taken from an address', () => {
  expect(filtersIn({ state: 'intake', open: '1', r: 'x', q: '' })).toEqual({
    state: 'intake',
    open: '1',
  })
})

test('filters by a kind’s own fields are taken, counted and cleared with the others', () => {
  const filters = filtersIn({ 'f.type': 'basic', late: '1', sort: 'f.type', cols: 'title' })
  expect(filters).toEqual({ 'f.type': 'basic', late: '1', sort: 'f.type' })
  expect(countOf(filters)).toBe(2)
  expect(Object.keys(clearing(filters))).toContain('f.type')
})

test('the order of a list is not counted among its filters', () => {
  expect(countOf({ late: '1', sort: 'due' })).toBe(1)
})

test('clearing names every filter', () => {
  expect(Object.keys(clearing())).toContain('phone')
  expect(new Set(Object.values(clearing()))).toEqual(new Set([undefined]))
})
