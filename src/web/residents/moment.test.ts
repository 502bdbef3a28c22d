import { expect, test } from 'vitest'
import { cityTime, datedWords, momentWords } from './moment.ts'

test('a time is told in the city’s own, wherever the phone is', () => {
  const iso = cityTime(Date.UTC(2026, 7, 3, 9, 0))
  expect(iso).toBe('2026-08-03T17:00:00+08:00')
  expect(momentWords(iso)).toBe('8月3日 17:00')
  expect(datedWords(iso)).toBe('2026年8月3日 17:00')
})

test('what is no time is shown as it came', () => {
  expect(momentWords('')).toBe('')
  expect(momentWords('昨天')).toBe('昨天')
})
