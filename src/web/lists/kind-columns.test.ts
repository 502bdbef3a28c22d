import { expect, test } from 'vitest'
import type { KindView } from '../api/types.ts'
import {
  columnsOf,
  directionOf,
  readColumns,
  sortAfter,
  sortOf,
  usualColumnsOf,
} from './kind-columns.ts'

const kind: KindView = {
  name: 'visit',
  label: '走访',
  about: '',
  group: 'four-level-linkage',
  title: 'about',
  fields: {
    about: { type: 'text', label: '事由' },
    sort: { type: 'choice', label: '类型', options: [] },
    day: { type: 'day', label: '日期' },
    result: { type: 'long', label: '结果' },
    contact: { type: 'contact', label: '联系人' },
    mood: { type: 'choice', label: '评价', apart: true },
    appeal: { type: 'record', label: '诉求', of: 'appeal' },
  },
  slots: { k1: 'sort', k2: 'appeal', t1: 'day' },
  mainClock: 'answer',
  states: {},
  starts: {},
  commands: {},
  counters: {},
}

test('any field can stand in a list but contacts and what is kept apart', () => {
  const own = columnsOf(kind).filter((column) => column.startsWith('f.'))
  expect(own).toEqual(['f.sort', 'f.day', 'f.result', 'f.appeal'])
})

test('before anybody chose a list shows what the kind is looked up by', () => {
  expect(usualColumnsOf(kind)).toEqual([
    'number',
    'title',
    'state',
    'place',
    'f.sort',
    'f.day',
    'lead',
    'due',
  ])
  expect(usualColumnsOf({ ...kind, responsible: 'sort' })).not.toContain('f.sort')
  const { mainClock: _, ...untimed } = kind
  expect(usualColumnsOf(untimed).at(-1)).toBe('openedAt')
})

test('columns of an address are kept in its order, and the title is always there', () => {
  expect(readColumns(kind, 'f.day,number,f.gone')).toEqual(['f.day', 'title', 'number'])
  expect(readColumns(kind, 'state,title,f.sort')).toEqual(['state', 'title', 'f.sort'])
  expect(readColumns(kind, '')).toBeUndefined()
  expect(readColumns(kind, undefined)).toBeUndefined()
})

test('a list is ordered by what it began, falls due or is looked up by, either way', () => {
  expect(sortOf(kind, 'f.day')).toBe('f.day')
  expect(sortOf(kind, 'f.result')).toBeUndefined()
  expect(sortOf(kind, 'title')).toBeUndefined()
  expect(directionOf(kind, 'openedAt')).toBe('descend')
  expect(directionOf(kind, 'f.day', '-f.day')).toBe('descend')
  expect(directionOf(kind, 'due', 'f.day')).toBeUndefined()
  expect(sortAfter(kind, 'due', 'ascend')).toBe('due')
  expect(sortAfter(kind, 'openedAt', 'descend')).toBeUndefined()
  expect(sortAfter(kind, 'f.day', undefined)).toBeUndefined()
})
