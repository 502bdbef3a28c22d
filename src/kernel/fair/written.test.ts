import { expect, test } from 'vitest'
import type { ScoreItem } from './score.ts'
import { readingsIn, readingTexts, scoreItemOf, scoreItemsIn, scoreItemText } from './written.ts'

const item: ScoreItem = {
  id: '3',
  label: '诉求 解决率',
  indicator: 'N13',
  part: 'solved',
  points: 12.5,
  full: 0.9,
  zero: 0.5,
  adjust: 'difficulty',
}

test('an item is kept as a line that reads like one, and comes back the same', () => {
  const text = scoreItemText(item)
  expect(text).toBe('3 诉求解决率 N13#solved 12.5分 满分0.9 零分0.5 按难度')
  expect(scoreItemOf(text)).toEqual({ ...item, label: '诉求解决率' })
  const { part: _part, ...plain } = item
  const whole = {
    ...plain,
    indicator: 'grid-in-time-rate',
    label: '按期处置率',
    adjust: 'population',
    full: -1,
  } as const
  expect(scoreItemOf(scoreItemText(whole))).toEqual(whole)
})

test('a line that is no item is left out', () => {
  expect(
    scoreItemsIn([scoreItemText(item), '什么都不是', '1 a N1 x分 满分1 零分0 不调整', 3]),
  ).toHaveLength(1)
  expect(scoreItemsIn(null)).toEqual([])
})

test('readings come back the same, with or without people and expectation', () => {
  const readings = {
    '30': {
      '1': { numerator: 412, denominator: 500, population: 52_000, expected: 430.25 },
      '2': { numerator: 3, denominator: 0 },
    },
    '40': { '1': { numerator: 1, denominator: 2, expected: 1.5 } },
  }
  const texts = readingTexts(readings)
  expect(texts[0]).toBe('30 1 412/500 人口52000 应有430.25')
  expect(readingsIn(texts)).toEqual(readings)
  expect(readingsIn(['不是一行'])).toEqual({})
})

test('what is hidden is written as hidden and read as hidden, never as none', () => {
  const readings = {
    '30': { '1': { numerator: 0, denominator: 4, hidden: true, population: 9 } },
  } as const
  expect(readingTexts(readings)).toEqual(['30 1 不显示/4 人口9'])
  expect(readingsIn(readingTexts(readings))).toEqual(readings)
})
