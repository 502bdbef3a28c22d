import { expect, test } from 'vitest'
import type { Reading } from '../../../kernel/fair/score.ts'
import { scoreRows } from './sheet.ts'
import { solvedItem as item } from '../../../kernel/fair/testing.ts'

const over = (numerator: number, denominator: number): Reading => ({ numerator, denominator })

function counted(readings: Readonly<Record<number, Reading>>) {
  return {
    smallest: 30,
    units: Object.entries(readings).map(([unit, reading]) => ({
      unit: Number(unit),
      name: `街道${unit}`,
      readings: { 'N13#solved': { ...reading, terms: [] } },
    })),
  }
}

const places = (rows: ReturnType<typeof scoreRows>) =>
  rows.flatMap(({ item: of, unit, place }) => (of === '合计' ? [[unit, place]] : []))

test('who exports its own result alone has the place that was published, or none, never the first', () => {
  const now = counted({ 2: over(80, 100) })
  const own = { items: [item], now, drawn: { '2': { '1': over(80, 100) } } }
  const published = { from: 2, to: 3, placed: 3 }
  expect(places(scoreRows({ ...own, places: published }))).toEqual([['街道2', '第 2–3 位']])
  expect(places(scoreRows(own))).toEqual([['街道2', '不作比较']])
})

test('several units have their places among one another, in the order they were asked for', () => {
  const now = counted({ 1: over(950, 1000), 2: over(80, 100), 3: over(82, 100), 4: over(9, 10) })
  expect(places(scoreRows({ items: [item], now }))).toEqual([
    ['街道1', '第 1 位'],
    ['街道2', '第 2–3 位'],
    ['街道3', '第 2–3 位'],
    ['街道4', '不列入'],
  ])
})

test('a round stands on paper as it was drawn, and a trial takes from it what goes with a case', () => {
  const now = counted({ 2: over(85, 106), 3: over(82, 100) })
  const less = counted({ 2: over(85, 105), 3: over(82, 100) })
  const drawn = { '2': { '1': over(80, 100) }, '3': { '1': over(9, 40) } }
  const lines = (rows: ReturnType<typeof scoreRows>) =>
    rows.flatMap(({ item: of, numerator, denominator, note }) =>
      of === '合计' ? [] : [[numerator, denominator, note]],
    )
  const basis = '分子 ÷ 分母；95% 威尔逊区间'
  expect(lines(scoreRows({ items: [item], now, drawn, smallest: 50 }))).toEqual([
    [80, 100, basis],
    [9, 40, '基数不足 50，不计分'],
  ])
  expect(lines(scoreRows({ items: [item], now, less, drawn }))[0]).toEqual([80, 99, basis])
  expect(lines(scoreRows({ items: [item], now, less }))[0]).toEqual([85, 105, basis])
})
