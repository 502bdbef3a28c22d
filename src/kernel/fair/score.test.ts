import { expect, test } from 'vitest'
import { intervalOfCount, intervalOfRate } from './interval.ts'
import { placesOf } from './places.ts'
import { measureOf, type Reading, type Score, type ScoreItem, scoreOf } from './score.ts'

const solved: ScoreItem = {
  id: 'solved',
  label: '解决率',
  indicator: 'F01',
  points: 40,
  full: 0.9,
  zero: 0.5,
  adjust: 'none',
}
const repeats: ScoreItem = {
  ...solved,
  id: 'repeats',
  indicator: 'F02',
  points: 20,
  full: 2,
  zero: 12,
  adjust: 'population',
}
const harder: ScoreItem = {
  ...solved,
  id: 'harder',
  points: 10,
  full: 1.1,
  zero: 0.9,
  adjust: 'difficulty',
}

function scored(item: ScoreItem, reading: Reading, smallest = 30) {
  const score = scoreOf({ unit: 7, items: [item], readings: { [item.id]: reading }, smallest })
  const [line] = score.lines
  if (line === undefined) throw new Error('a score has a line for each item')
  return { score, line }
}

test('the interval of a share is Wilson’s, and stays a share', () => {
  const known = intervalOfRate(80, 100)
  expect(known.low).toBeCloseTo(0.7112, 4)
  expect(known.high).toBeCloseTo(0.8666, 4)
  expect(intervalOfRate(0, 40).low).toBe(0)
  expect(intervalOfRate(40, 40).high).toBe(1)
  expect(intervalOfRate(40, 40).low).toBeCloseTo(0.9124, 4)
})

test('a count has bounds of its own, also where nothing was counted', () => {
  const known = intervalOfCount(10)
  expect(known.low).toBeCloseTo(5.432, 3)
  expect(known.high).toBeCloseTo(18.41, 2)
  expect(intervalOfCount(0)).toEqual({ low: 0, high: expect.closeTo(3.8415, 4) })
  const rate = intervalOfRate(120, 100)
  expect(rate.low).toBeCloseTo(intervalOfCount(120).low / 100, 9)
  expect(rate.high).toBeGreaterThan(1.2)
})

test('a rate gives points on the straight line between nothing and full', () => {
  const { score, line } = scored(solved, { numerator: 70, denominator: 100 })
  expect(line.value).toBe(0.7)
  expect(line.points).toBeCloseTo(20, 9)
  expect(line.pointsLow).toBeCloseTo((intervalOfRate(70, 100).low - 0.5) * 100, 9)
  expect(line.pointsHigh).toBeCloseTo((intervalOfRate(70, 100).high - 0.5) * 100, 9)
  expect([score.points, score.low, score.high]).toEqual([
    line.points,
    line.pointsLow,
    line.pointsHigh,
  ])
  expect(scored(solved, { numerator: 99, denominator: 100 }).line.points).toBe(40)
  expect(scored(solved, { numerator: 10, denominator: 100 }).line.points).toBe(0)
})

test('where less is better the lower bound gives the most points', () => {
  const { line } = scored(repeats, { numerator: 35, denominator: 0, population: 50_000 })
  expect(line.value).toBe(7)
  expect(line.points).toBeCloseTo(10, 9)
  expect(line.pointsLow).toBeLessThan(10)
  expect(line.pointsHigh).toBeGreaterThan(10)
  expect(line.low).toBeLessThan(line.high)
})

test('harder work is measured by what the whole city would reach with the same mix', () => {
  const easy = scored(harder, { numerator: 80, denominator: 100, expected: 90 }).line
  const hard = scored(harder, { numerator: 80, denominator: 100, expected: 80 }).line
  expect(easy.value).toBeCloseTo(0.889, 3)
  expect(easy.points).toBe(0)
  expect(hard.value).toBe(1)
  expect(hard.points).toBeCloseTo(5, 9)
  const wilson = intervalOfRate(80, 100)
  expect(hard.low).toBeCloseTo((wilson.low * 100) / 80, 9)
  const counted = scored(harder, { numerator: 50, denominator: 0, expected: 40 }).line
  expect(counted.value).toBe(1.25)
  expect(counted.high).toBeCloseTo(intervalOfCount(50).high / 40, 9)
})

test('a base under the smallest gives no points and says no value', () => {
  const { score, line } = scored(solved, { numerator: 29, denominator: 29 })
  expect(line).toMatchObject({ why: 'tooFew', value: undefined, points: undefined })
  expect([line.low, line.high, line.pointsLow, line.pointsHigh]).toEqual([0.5, 0.9, 0, 40])
  expect(score.points).toBeUndefined()
  expect(scored(solved, { numerator: 30, denominator: 30 }).line.why).toBeUndefined()
  const few = { numerator: 3, denominator: 0, expected: 29 }
  expect(scored(harder, few).line.why).toBe('tooFew')
})

test('without a base there is no value: a bare count grows with the unit that has it', () => {
  expect(scored(solved, { numerator: 300, denominator: 0 }).line.why).toBe('noBase')
  expect(scored(repeats, { numerator: 3, denominator: 100 }).line.why).toBe('noBase')
  expect(scored(harder, { numerator: 3, denominator: 100 }).line.why).toBe('noBase')
  expect(scored(harder, { numerator: 3, denominator: 100, expected: 0 }).line.why).toBe('noBase')
  const score = scoreOf({ unit: 7, items: [solved], readings: {}, smallest: 30 })
  expect(score.lines[0]?.why).toBe('noBase')
  expect(scoreOf({ unit: 7, items: [], readings: {}, smallest: 30 }).points).toBeUndefined()
})

test('a sum that leaves a line out is not told, and what is possible is', () => {
  const score = scoreOf({
    unit: 7,
    items: [solved, harder],
    readings: { solved: { numerator: 70, denominator: 100 } },
    smallest: 30,
  })
  expect(score.points).toBeUndefined()
  expect(score.high - score.low).toBeGreaterThan(10)
})

test('equal bounds of full and nothing are a threshold', () => {
  const threshold = { ...solved, full: 0.6, zero: 0.6 }
  expect(scored(threshold, { numerator: 60, denominator: 100 }).line.points).toBe(40)
  expect(scored(threshold, { numerator: 59, denominator: 100 }).line.points).toBe(0)
})

test('units whose intervals meet share places', () => {
  const at = (unit: number, [low, high]: readonly [number, number], points?: number): Score => ({
    unit,
    lines: [],
    points,
    low,
    high,
  })
  const scores = [
    at(1, [80, 90], 85),
    at(2, [60, 70], 65),
    at(3, [65, 75], 70),
    at(4, [75, 79], 77),
    at(5, [10, 20], 15),
    at(6, [0, 100]),
  ]
  expect(placesOf(scores)).toEqual([
    { unit: 1, from: 1, to: 1 },
    { unit: 2, from: 3, to: 4 },
    { unit: 3, from: 2, to: 4 },
    { unit: 4, from: 2, to: 3 },
    { unit: 5, from: 5, to: 5 },
  ])
  expect(placesOf([at(6, [0, 100])])).toEqual([])
})

test('every adjustment tells its unit of measure and what it rests on', () => {
  const told = [solved, repeats, harder].map((item) => measureOf(item).unit)
  expect(told).toEqual(['比率', '每万人件数', '与应有水平之比'])
  expect(measureOf(solved).basis).toContain('95%')
})

test('what is hidden gives no points whatever it is set against, and is never nothing', () => {
  const hidden = {
    numerator: 0,
    denominator: 4,
    hidden: true,
    population: 50_000,
    expected: 40,
  } as const
  for (const item of [solved, repeats, harder])
    expect(scored(item, hidden, 1).line).toMatchObject({
      why: 'tooFew',
      value: undefined,
      points: undefined,
      pointsLow: 0,
      pointsHigh: item.points,
    })
})
