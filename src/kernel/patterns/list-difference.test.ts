import { expect, test } from 'vitest'
import type { Values } from '../field.ts'
import { differenceOf, listOn } from './list-difference.ts'

const item = (id: string, fields: Values) => ({ id, fields })
const by = { key: 'number', names: ['name', 'helpers'] }

test('a difference says what was added, what was amended from what to what, and what was removed', () => {
  const kept = item('a', { number: '1', name: '保洁', helpers: [] })
  const before = [kept, item('b', { number: '2', name: '调解' }), item('c', { number: '3' })]
  const after = [
    item('a', { number: '1', name: '保洁' }),
    item('d', { number: '2.1', name: '矛盾调解', replaces: 'b' }),
    item('e', { number: '4', name: '巡查' }),
  ]
  expect(differenceOf(before, after, by)).toEqual({
    added: [after[2]],
    amended: [
      {
        before: before[1],
        after: after[1],
        fields: [{ name: 'name', before: '调解', after: '矛盾调解' }],
      },
    ],
    removed: [before[2]],
  })
})

test('an item entered again under its number is the same one', () => {
  const before = [item('a', { number: '1', name: '保洁' })]
  const after = [item('b', { number: '1', name: '保洁' })]
  expect(differenceOf(before, after, by)).toEqual({ added: [], amended: [], removed: [] })
})

test('a list on a day holds what began by then and had not ended', () => {
  const items = [
    item('a', { begins: '2026-08-01' }),
    item('b', { begins: '2026-08-01', ended: '2026-08-03' }),
    item('c', { begins: '2026-08-04' }),
    item('d', {}),
  ]
  const ids = (day: string) => listOn(items, day).map(({ id }) => id)
  expect(ids('2026-08-02')).toEqual(['a', 'b'])
  expect(ids('2026-08-03')).toEqual(['a'])
  expect(ids('2026-08-04')).toEqual(['a', 'c'])
})
