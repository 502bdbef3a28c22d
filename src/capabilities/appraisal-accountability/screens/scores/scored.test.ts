import { expect, test } from 'vitest'
import type { Reading, ScoreItem } from '../../../../kernel/fair/score.ts'
import type { ReadingsView, ToldReading } from './basis.ts'
import { asDrawn, movedSince } from './drawn.ts'
import { pictureOf } from './picture.ts'
import { certainty, scoredOf, withPlace } from './scored.ts'
import { placeWords, sentenceOf } from './words.ts'

const item: ScoreItem = {
  id: '1',
  label: '解决率',
  indicator: 'N13',
  part: 'solved',
  points: 100,
  full: 1,
  zero: 0,
  adjust: 'none',
}
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

test('units stay in the order they were asked for, with a place only where bounds come apart', () => {
  const scored = scoredOf(shown, [item])
  expect(scored.rows.map(({ told }) => told.unit)).toEqual([1, 2, 3, 4])
  expect(scored.rows.map(({ place }) => place && [place.from, place.to])).toEqual([
    [1, 1],
    [2, 3],
    [2, 3],
    undefined,
  ])
  expect(scored.rows.map((row) => placeWords(row, scored)).at(-1)).toBe('不列入')
  expect(certainty(scored)).toEqual({ all: 4, sure: 1, shared: 2, none: 1 })
  expect(sentenceOf(scored)).toBe(
    '4 个单位：1 个分得出位次，2 个与相邻的分不出先后，1 个有评分项不计分，不列入。',
  )
})

test('what is hidden for its small base gives no points', () => {
  const hidden = view({ 1: { ...over(0, 4), hidden: true } })
  expect(scoredOf(hidden, [item]).rows[0]?.score.lines[0]).toMatchObject({ why: 'tooFew' })
})

test('a unit that sees itself alone has the place that was published', () => {
  const alone = scoredOf(view({ 2: over(80, 100) }), [item])
  expect(withPlace(alone, undefined)).toMatchObject({ placed: 0 })
  const [own] = withPlace(alone, undefined).rows
  expect(own && placeWords(own, withPlace(alone, undefined))).toBe('不作比较')
  expect(sentenceOf(withPlace(alone, undefined))).toBe('街道2 80.0 分（71.1–86.7）。')
  const placed = withPlace(alone, { from: 2, to: 3, placed: 3 })
  expect(placed.rows[0]?.place).toEqual({ unit: 2, from: 2, to: 3 })
  expect(placed.placed).toBe(3)
  expect(sentenceOf(placed)).toBe('街道2 80.0 分（71.1–86.7），3 个单位中第 2–3 位。')
  const several = scoredOf(shown, [item])
  expect(withPlace(several, { from: 2, to: 3, placed: 3 })).toBe(several)
})

test('a round stands as it was drawn, and a trial takes from it what goes with a case', () => {
  const drawn = { '2': { '1': over(80, 100) }, '3': { '1': over(82, 100) } }
  const now = view({ 2: over(85, 106), 3: over(82, 100) })
  const less = view({ 2: over(85, 105), 3: over(82, 100) })
  const items = [item]
  const of = (told: ReadingsView) =>
    told.units.map(({ readings }) => {
      const { numerator = 0, denominator = 0 } = readings[key] ?? {}
      return [numerator, denominator]
    })
  expect(of(asDrawn(now, { drawn, items, smallest: 50 }))).toEqual([
    [80, 100],
    [82, 100],
  ])
  expect(asDrawn(now, { drawn, items, smallest: 50 }).smallest).toBe(50)
  expect(of(asDrawn(now, { drawn, items, less }))[0]).toEqual([80, 99])
  expect(asDrawn(now, { drawn: undefined, items, less })).toBe(less)
  expect(movedSince(now, drawn, items)).toBe(1)
  expect(movedSince(now, undefined, items)).toBe(0)
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
