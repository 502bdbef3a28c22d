import { expect, it } from 'vitest'
import { axisLabel, heightOf } from './axis.ts'
import { pictureOf } from './picture.ts'
import type { DetailView, Part } from './view.ts'

const figure = (numerator: number, denominator: number) => ({
  value: numerator / denominator,
  numerator,
  denominator,
  hidden: false,
})
const part: Part = {
  id: 'F01',
  label: '取消<招商>任务的街道占比',
  formula: '已取消的街道 ÷ 全部街道',
  unit: '%',
  goal: 'up',
  by: 'stock',
  basis: '',
  version: '1',
  references: [{ value: 0.808, asOf: '2022-06', place: '全国' }],
  terms: [
    { key: 'n0', label: '已取消', weight: 1 },
    { key: 'd0', label: '全部', weight: 1 },
  ],
  counts: [],
  children: [],
  ...figure(3, 4),
  trend: [
    { from: '2026-01-01', to: '2026-03-31', label: '2026年第1季度', ...figure(6, 10) },
    { from: '2026-04-01', to: '2026-06-30', label: '2026年第2季度', ...figure(3, 4) },
  ],
}
const view: DetailView = {
  id: 'F01',
  area: 1,
  areaName: '东区',
  level: 'district',
  from: '2026-04-01',
  to: '2026-06-30',
  today: '2026-08-03',
  demo: true,
  figures: [part],
}

it('a picture stands by itself: what, where, when, its base, its references, and that it is a demonstration', () => {
  const { svg } = pictureOf(view, part)
  for (const words of [
    '取消&lt;招商&gt;任务的街道占比',
    '东区 · 截至6月30日 · 3/4',
    '全国 2022年6月 80.8%',
    '60.0%',
    '演示数据',
  ])
    expect(svg).toContain(words)
  expect(svg.match(/<rect/g)?.length).toBe(3)
  expect(pictureOf({ ...view, demo: false }, part).svg).not.toContain('演示数据')
})

it('below a bar stands its period, and the year below the first of a year', () => {
  const names = [
    '2025年12月',
    '2026年1月',
    '2026年第1季度',
    '2026年第2季度',
    '2026年下半年',
    '2026年',
  ]
  expect(names.map((label) => axisLabel({ label }))).toEqual([
    '12月',
    '26年',
    '26年',
    '2季',
    '下',
    '26年',
  ])
})

it('a share that comes near to all is shown against all', () => {
  expect(heightOf([0.2, 0.808], '%')).toBe(1)
  expect(heightOf([0.02, 0.04], '%')).toBe(0.04)
  expect(heightOf([6, 22], '天')).toBe(22)
  expect(heightOf([], '%')).toBe(1)
})
