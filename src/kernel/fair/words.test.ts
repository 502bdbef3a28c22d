import { expect, test } from 'vitest'
import { type ScoreItem, scoreOf } from './score.ts'
import { placeWords, whyText } from './words.ts'
import { boundedItem as item } from './testing.ts'

test('a place is told as far as it is sure, and none to who stands alone', () => {
  const of = (place: readonly [number, number] | undefined, rows = 9) => {
    const [from, to] = place ?? []
    const row = from === undefined || to === undefined ? {} : { place: { unit: 1, from, to } }
    return placeWords(row, { placed: 9, rows: Array(rows).fill(row) })
  }
  expect(of([2, 4])).toBe('第 2–4 位')
  expect(of([3, 3])).toBe('第 3 位')
  expect(of([1, 9])).toBe('不分先后')
  expect(of(undefined)).toBe('不列入')
  expect(of(undefined, 1)).toBe('不作比较')
  expect(of([2, 4], 1)).toBe('第 2–4 位')
})

test('a line without points says why', () => {
  const why = (adjust: ScoreItem['adjust'], denominator: number, population?: number) => {
    const reading = { numerator: 9, denominator, ...(population && { population }) }
    const items = [{ ...item, adjust }]
    const [line] = scoreOf({ unit: 1, items, readings: { '1': reading }, smallest: 30 }).lines
    return line && whyText(line, 30)
  }
  expect(why('none', 10)).toBe('基数不足 30，不计分')
  expect(why('none', 0)).toBe('没有基数，不计分')
  expect(why('population', 90)).toBe('没有登记常住人口，不计分')
  expect(why('difficulty', 90)).toBe('没有同类事项可作对照，不计分')
  expect(why('population', 0, 50_000)).toBe('')
})
