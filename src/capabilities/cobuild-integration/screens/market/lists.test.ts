import { expect, test } from 'vitest'
import { byUrgency, byUse, lackingLists, topicsOf } from './lists.ts'
import type { Need, Resource } from './match.ts'

const need = (id: string, change: Partial<Need> = {}): Need => ({
  id,
  title: id,
  topic: '健康',
  form: '服务',
  detail: '',
  place: '五华区',
  community: { id: 1, name: '一社区' },
  street: '前街',
  wished: [],
  openedAt: '2026-08-03',
  isOld: false,
  isMatched: false,
  isClaimed: false,
  ...change,
})
const resource = (id: string, change: Partial<Resource> = {}): Resource => ({
  id,
  title: id,
  topic: '健康',
  form: '服务',
  conditions: '',
  place: '五华区',
  scope: '',
  unit: { id: 9, name: '卫健局' },
  days: [],
  hours: [],
  until: '',
  used: 0,
  ...change,
})

test('R053 a place without one of the three lists is told which', () => {
  const one = [{}]
  expect(lackingLists({ needs: [], resources: one, projects: [] })).toEqual([
    '需求清单',
    '项目清单',
  ])
  expect(lackingLists({ needs: one, resources: [], projects: one })).toEqual(['资源清单'])
  expect(lackingLists({ needs: one, resources: one, projects: one })).toEqual([])
})

test('what waits longest is looked at first, what is matched last', () => {
  const all = [
    need('new', { openedAt: '2026-08-09' }),
    need('matched', { openedAt: '2026-01-01', isMatched: true }),
    need('first'),
    need('old', { openedAt: '2026-08-20', isOld: true }),
  ]
  expect(byUrgency(all).map(({ id }) => id)).toEqual(['old', 'first', 'new', 'matched'])
})

test('what nobody used comes first among resources', () => {
  const all = [resource('a', { used: 3 }), resource('b'), resource('c', { used: 1 })]
  expect(byUse(all).map(({ id }) => id)).toEqual(['b', 'c', 'a'])
})

test('matters are told with how often they are asked for and offered', () => {
  const topics = topicsOf([need('a'), need('b', { topic: '停车' })], [resource('c')])
  expect(topics).toEqual([
    { value: '健康', label: '健康（2）' },
    { value: '停车', label: '停车（1）' },
  ])
})
