import { expect, test } from 'vitest'
import { directoryOf } from '../../kernel/directory.ts'
import { isBounded, isNarrow, numberIn } from './list-shape.ts'

const directory = directoryOf(
  [
    { code: 1, level: 'city', type: '市', name: '市' },
    { code: 11, level: 'district', type: '区', name: '区', parent: 1 },
    { code: 111, level: 'street', type: '街道', name: '街道', parent: 11 },
  ],
  [],
)

test('a list is bounded that is walked along an index with nothing to skip, or looked up', () => {
  for (const query of [
    {},
    { sort: '-opened', limit: '20', cursor: 'x' },
    { sort: 'due', open: '1', unit: '3' },
    { sort: '-due', open: '1', late: '1' },
    { area: '111' },
    { number: 'A1' },
  ])
    expect({ query, is: isBounded(query) }).toEqual({ query, is: true })
  for (const query of [
    { state: 'closed' },
    { sort: 'due' },
    { sort: 'opened' },
    { open: '1' },
    { q: '路灯' },
    { number: 'A1', q: '路灯' },
    { 'f.type': 'basic', sort: 'due', open: '1' },
  ])
    expect({ query, is: isBounded(query) }).toEqual({ query, is: false })
})

test('what says little of which records are meant is walked by each way of seeing them', () => {
  const narrow = (query: Record<string, string>) => isNarrow(directory, query)
  expect([{}, { area: '1' }, { area: '11' }, { unit: '' }, { state: 'x' }].map(narrow)).toEqual(
    Array.from({ length: 5 }, () => false),
  )
  expect(
    [{ area: '111' }, { unit: '3' }, { q: '路灯' }, { mine: '1' }, { 'f.type': 'basic' }].map(
      narrow,
    ),
  ).toEqual(Array.from({ length: 5 }, () => true))
})

test('a number is looked up as it is written down, and an empty one is none', () => {
  expect(numberIn({ number: ' X9 ' })).toBe('X9')
  expect([numberIn({}), numberIn({ number: ' ' })]).toEqual([undefined, undefined])
})
