import { expect, test } from 'vitest'
import { instantOf } from '../../../kernel/time.ts'
import { readDay, readWhen } from './read-day.ts'

const today = '2026-08-03'

test.each([
  '2026-08-03',
  '2026/8/3',
  '2026.8.3',
  '2026年8月3日',
  '2026 年 8 月 3 号',
  '20260803',
  '8月3日',
  '２０２６－０８－０３',
  46_237,
  '2026-08-03 00:00:00',
])('%s is the third of August 2026', (cell) => {
  expect(readDay(cell, today)).toBe('2026-08-03')
})

test.each(['', '去年', '2026-13-01', '2026-02-30', '2月30日', '3', '2026-08-03 17:00'])(
  '%s is no day',
  (cell) => {
    expect(readDay(cell, today)).toBeUndefined()
  },
)

test.each(['2026-08-03 17:00', '2026年8月3日 17时00分', '8月3日 17:00', '46237.7083333333'])(
  '%s is five in the afternoon of that day',
  (cell) => {
    expect(readWhen(cell, today)).toBe(instantOf('2026-08-03T17:00:00+08:00'))
  },
)

test('a day alone is its beginning, and words are no moment', () => {
  expect(readWhen('2026/8/3', today)).toBe(instantOf('2026-08-03T00:00:00+08:00'))
  expect(readWhen('明天下午', today)).toBeUndefined()
})
