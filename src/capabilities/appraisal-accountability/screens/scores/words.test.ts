import { expect, test } from 'vitest'
import { type ScoreItem, scoreOf } from '../../../../kernel/fair/score.ts'
import { at, axisOf } from './axis.ts'
import {
  changeText,
  lineValue,
  populationText,
  restsOn,
  reviewText,
  scaleText,
  trialText,
} from './words.ts'
import { boundedItem as item } from '../../../../kernel/fair/testing.ts'

function lineOf(own: ScoreItem, reading: Parameters<typeof scoreOf>[0]['readings'][string]) {
  const [line] = scoreOf({ unit: 1, items: [own], readings: { '1': reading }, smallest: 30 }).lines
  if (line === undefined) throw new Error('a score has a line for each item')
  return line
}

test('every value says what it rests on, in its own measure', () => {
  const rate = lineOf(item, { numerator: 80, denominator: 100 })
  expect([lineValue(rate), restsOn(rate)]).toEqual(['80.0%', '80/100'])
  const perHead = { ...item, adjust: 'population', full: 0, zero: 20 } as const
  const people = lineOf(perHead, { numerator: 35, denominator: 0, population: 52_000 })
  expect([lineValue(people), restsOn(people)]).toEqual(['6.7 件/万人', '35，常住人口 5.2 万'])
  const hard = { ...item, adjust: 'difficulty', full: 1.1, zero: 0.9 } as const
  const mix = lineOf(hard, { numerator: 80, denominator: 100, expected: 82.4 })
  expect([lineValue(mix), restsOn(mix)]).toEqual(['0.97', '实际 80，应有 82.4，基数 100'])
  expect(scaleText(item)).toBe('90.0% 满分，50.0% 零分')
})

test('of what is hidden for its small base only the base is told', () => {
  const hidden = { numerator: 0, denominator: 4, hidden: true } as const
  expect(restsOn(lineOf(item, hidden))).toBe('基数小（4），不显示')
})

test('an appeal is told with the points before and after it', () => {
  expect(reviewText({ pointsBefore: 36.4, pointsAfter: 38 })).toBe('复核前 36.4 分，复核后 38.0 分')
  expect(reviewText({ pointsBefore: 36.4 })).toBe('')
})

test('a trial says on paper what it changes', () => {
  expect(trialText([item], { '1': { points: 30, full: 0.95 } }, ['a'])).toBe(
    '解决率 30 分、不折算、95.0% 满分，50.0% 零分；剔除 1 件待审核的',
  )
})

test('a change has its sign, and none is said where there is nothing to compare', () => {
  expect(changeText(80, 82.04)).toBe('＋2.0')
  expect(changeText(80, 79)).toBe('－1.0')
  expect(changeText(80, 80.04)).toBe('不变')
  expect(changeText(undefined, 80)).toBe('')
  expect(populationText({ people: 8_000, year: 2025, source: '公报' })).toBe(
    '常住人口 8000（2025 年，公报）',
  )
})

test('all units stand on one axis of round numbers that holds every bound', () => {
  const axis = axisOf([
    { low: 61.2, high: 78 },
    { low: 70, high: 93.1 },
  ])
  expect(axis).toEqual({ from: 60, to: 100, ticks: [60, 70, 80, 90, 100] })
  expect([at(axis, 60), at(axis, 80), at(axis, 120)]).toEqual([0, 50, 100])
  expect(axisOf([{ low: 5, high: 5 }])).toEqual({ from: 5, to: 6, ticks: [5, 6] })
  expect(axisOf([]).ticks).toEqual([0, 1])
})
