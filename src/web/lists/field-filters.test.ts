import { expect, test } from 'vitest'
import { indexDirectory } from '../api/directory.ts'
import type { KindView } from '../api/types.ts'
import { chipsOf, filterFields, spanOf, spanText } from './field-filters.ts'

const kind: KindView = {
  name: 'visit',
  label: '走访',
  about: '',
  group: 'four-level-linkage',
  title: 'about',
  fields: {
    about: { type: 'text', label: '事由' },
    sort: { type: 'choice', label: '类型', options: [{ value: 'home', label: '入户' }] },
    day: { type: 'day', label: '日期' },
    people: { type: 'number', label: '人数' },
    secret: { type: 'choice', label: '内部意见', seenBy: ['head'] },
    host: { type: 'unit', label: '接待单位' },
  },
  slots: { k1: 'sort', k2: 'secret', k3: 'host', n1: 'people', t1: 'day' },
  states: { planned: { label: '计划', is: 'working' }, done: { label: '已走访', is: 'end' } },
  starts: {},
  commands: {},
  counters: {},
}
const directory = indexDirectory({
  version: 1,
  areas: [[1, '东区', 'district', 'district', null]],
  units: [[7, '东区民政局', 'department', 1, null, [], []]],
})

test('a list is narrowed by what its kind is counted by, in a slot or not', () => {
  const { k1: _sort, ...slots } = kind.slots
  const filters = (one: KindView) => filterFields(one).map(({ filter }) => filter)
  expect(filters({ ...kind, slots })).not.toContain('f.sort')
  expect(filters({ ...kind, slots, countedBy: 'sort' })).toContain('f.sort')
})

test('a list is narrowed by the fields that everybody may read and that stand in slots', () => {
  expect(filterFields(kind).map(({ filter }) => filter)).toEqual([
    'f.sort',
    'f.day',
    'f.people',
    'f.host',
  ])
})

test('what a list is narrowed by is said in words', () => {
  const filters = {
    state: 'planned,done',
    open: '1',
    from: '2026-08-01',
    'f.sort': 'home',
    'f.day': '2026-08-01..2026-08-03',
    'f.people': '..5',
    'f.host': '7',
  }
  expect(chipsOf(kind, filters, { lists: {}, directory }).map(words)).toEqual([
    '状态：计划、已走访',
    '：未办结',
    '登记：8月1日起',
    '类型：入户',
    '日期：8月1日至8月3日',
    '人数：不超过 5',
    '接待单位：东区民政局',
  ])
})

test('a span has two ends, one of which may be open', () => {
  expect(spanOf(spanText('a', 'b'))).toEqual(['a', 'b'])
  expect(spanOf(spanText(undefined, 'b'))).toEqual([undefined, 'b'])
  expect(spanText(undefined, undefined)).toBeUndefined()
  expect(spanOf('3')).toEqual(['3', '3'])
})

function words({ label, text }: { readonly label: string; readonly text: string }): string {
  return `${label}：${text}`
}
