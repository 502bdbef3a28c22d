import { expect, test } from 'vitest'
import { weekdayOf } from '../../kernel/time.ts'
import { periodOf, periodText, spansOf } from './period.ts'

const today = '2026-08-05'

test('days are compared with as many days, weekday with weekday', () => {
  for (const [from, to] of [
    ['2026-07-01', '2026-07-31'],
    ['2026-07-20', '2026-07-26'],
    ['2026-07-30', '2026-07-30'],
  ] as const) {
    const period = periodOf({ from, to }, today)
    expect(period?.whole).toEqual({ from, to })
    expect(weekdayOf(period?.before.from ?? '')).toBe(weekdayOf(from))
    expect(weekdayOf(period?.before.to ?? '')).toBe(weekdayOf(to))
    expect((period?.before.to ?? '') < from).toBe(true)
  }
})

test('a running day is left out of the comparison, unless it is all there is', () => {
  expect(periodOf({}, today)).toMatchObject({
    from: '2026-07-30',
    to: today,
    whole: { from: '2026-07-30', to: '2026-08-04' },
    before: { from: '2026-07-23', to: '2026-07-28' },
    runs: false,
  })
  expect(periodOf({ from: today }, today)).toMatchObject({
    whole: { from: today, to: today },
    before: { from: '2026-07-29', to: '2026-07-29' },
    runs: true,
  })
})

test('days that are none, run backwards, lie ahead or are too many are no period', () => {
  expect(periodOf({ from: '2026-02-30' }, today)).toBeUndefined()
  expect(periodOf({ from: '2026-08-04', to: '2026-08-03' }, today)).toBeUndefined()
  expect(periodOf({ to: '2026-08-06' }, today)).toBeUndefined()
  expect(periodOf({ from: '2025-08-04' }, today)).toBeUndefined()
})

test('a period is told as people say it', () => {
  const words = (asked: { from?: string; to?: string }) => {
    const period = periodOf(asked, today)
    return period === undefined ? undefined : periodText(period, today)
  }
  expect(words({})).toBe('近 7 天')
  expect(words({ from: today })).toBe('今天')
  expect(words({ from: '2026-07-01', to: '2026-07-31' })).toBe('7月1日至7月31日')
  expect(words({ from: '2026-07-01', to: '2026-07-01' })).toBe('7月1日')
})

test('a long period is drawn by months, of which the first and last are what is asked of them', () => {
  expect(spansOf({ from: '2026-05-20', to: '2026-08-05', by: 'month' })).toEqual([
    { from: '2026-05-20', to: '2026-05-31' },
    { from: '2026-06-01', to: '2026-06-30' },
    { from: '2026-07-01', to: '2026-07-31' },
    { from: '2026-08-01', to: '2026-08-05' },
  ])
  expect(spansOf({ from: '2026-08-01', to: '2026-08-03', by: 'day' })).toHaveLength(3)
})
