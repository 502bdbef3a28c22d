import { expect, test } from 'vitest'
import type { TimelineEntry } from '../api/record-view.ts'
import { daysOf } from './days.ts'

test('events stand under their day in the city, newest first', () => {
  const days = daysOf(
    [
      event(1, '2026-08-02T23:50:00+08:00'),
      event(2, '2026-08-02T16:10:00Z'),
      event(3, '2026-08-03T09:05:00+08:00'),
    ],
    '2026-08-03',
  )
  expect(days.map((day) => [day.label, day.entries.map((one) => [one.seq, one.clock])])).toEqual([
    [
      '今天 8月3日 周一',
      [
        [3, '09:05'],
        [2, '00:10'],
      ],
    ],
    ['8月2日 周日', [[1, '23:50']]],
  ])
})

test('a day of another year says its year', () => {
  expect(daysOf([event(1, '2025-12-31T10:00:00+08:00')], '2026-01-02')[0]?.label).toBe(
    '2025年12月31日 周三',
  )
})

function event(seq: number, at: string): TimelineEntry {
  return { seq, at, type: 'Noted', says: '记一笔', actor: '王芳 · 华山街道' }
}
