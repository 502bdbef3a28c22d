import { expect, it } from 'vitest'
import { foundIn, groupsOf } from './found.ts'
import type { Valued } from './view.ts'

const one = (id: string, label: string, more: Partial<Valued> = {}): Valued => ({
  id,
  label,
  formula: '已取消的街道 ÷ 全部街道',
  unit: '%',
  goal: 'up',
  by: 'stock',
  basis: '年度统计',
  version: '1',
  group: 'street-mandate',
  groupLabel: '街道体制',
  references: [],
  terms: [],
  periodName: '2026年',
  trend: [],
  ...more,
})
const all = [
  one('F01', '取消招商任务的街道占比', {
    references: [{ value: 0.76, asOf: '2021-06', place: '全国' }],
  }),
  one('N13', '响应率', {
    formula: '有人联系过的诉求 ÷ 已评价的诉求',
    group: 'command-response',
    groupLabel: '接诉即办',
  }),
]

it('figures are found by any words of their name, number and formula, all of which must be there', () => {
  const found = (q: string) => foundIn(all, { q }).map(({ id }) => id)
  expect(found('街道')).toEqual(['F01'])
  expect(found('n13')).toEqual(['N13'])
  expect(found('响应 评价')).toEqual(['N13'])
  expect(found('响应 街道')).toEqual([])
  expect(found('')).toEqual(['F01', 'N13'])
})

it('a group or those with a published value are told apart', () => {
  expect(foundIn(all, { group: 'command-response' }).map(({ id }) => id)).toEqual(['N13'])
  expect(foundIn(all, { with: 'reference' }).map(({ id }) => id)).toEqual(['F01'])
  expect(groupsOf(all).map(({ label, rows }) => [label, rows.length])).toEqual([
    ['街道体制', 1],
    ['接诉即办', 1],
  ])
})
