import { expect, test } from 'vitest'
import type { Reading } from '../../../../kernel/fair/score.ts'
import { scoredOf, withPlace } from '../../../../kernel/fair/scored.ts'
import type { ReadingsView, ToldReading } from './basis.ts'
import { movedSince } from './moved.ts'
import { pictureOf } from './picture.ts'
import { certainty } from './scored.ts'
import { sentenceOf } from './words.ts'
import { solvedItem as item } from '../../../../kernel/fair/testing.ts'

const key = 'N13#solved'

function view(readings: Readonly<Record<number, Omit<ToldReading, 'terms'>>>): ReadingsView {
  return {
    from: '2026-04-01',
    to: '2026-06-30',
    today: '2026-08-03',
    demo: false,
    smallest: 30,
    figures: [],
    units: Object.entries(readings).map(([unit, reading]) => ({
      unit: Number(unit),
      name: `街道${unit}`,
      area: Number(unit),
      areaName: `街道${unit}`,
      by: 'area',
      readings: { [key]: { ...reading, terms: [] } },
    })),
  }
}

const over = (numerator: number, denominator: number): Reading => ({ numerator, denominator })
const shown = view({ 1: over(950, 1000), 2: over(80, 100), 3: over(82, 100), 4: over(9, 10) })

test('one sentence says how far the bounds come apart', () => {
  const scored = scoredOf(shown, [item])
  expect(certainty(scored)).toEqual({ all: 4, sure: 1, shared: 2, none: 1 })
  expect(sentenceOf(scored)).toBe(
    '4 个单位：1 个分得出位次，2 个与相邻的分不出先后，1 个有评分项不计分，不列入。',
  )
})

test('of a unit that sees itself alone it is said what was published of its place', () => {
  const alone = scoredOf(view({ 2: over(80, 100) }), [item])
  expect(sentenceOf(withPlace(alone, undefined))).toBe('街道2 80.0 分（71.1–86.7）。')
  expect(sentenceOf(withPlace(alone, { from: 2, to: 3, placed: 3 }))).toBe(
    '街道2 80.0 分（71.1–86.7），3 个单位中第 2–3 位。',
  )
})

test('figures that were drawn otherwise than they are today are counted', () => {
  const drawn = { '2': { '1': over(80, 100) }, '3': { '1': over(82, 100) } }
  const now = view({ 2: over(85, 106), 3: over(82, 100) })
  expect(movedSince(now, drawn, [item])).toBe(1)
  expect(movedSince(now, undefined, [item])).toBe(0)
})

test('a picture stands by itself: what it is, of which days, each unit with bounds and place', () => {
  const said = { title: '街道评分<一>', days: '2026-04-01 至 2026-06-30', demo: true }
  const { svg } = pictureOf(scoredOf(shown, [item]), said)
  expect(svg).toContain('街道评分&lt;一&gt;')
  expect(svg).toContain('演示数据')
  expect(svg).toContain('第 2–3 位')
  expect(svg).toContain('不列入')
  expect(svg.match(/<circle/gu)).toHaveLength(3)
})
