import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  clockOf,
  dayAt,
  dayMs,
  dayNumberOf,
  dayOf,
  dayText,
  durationText,
  firstOfMonth,
  hourMs,
  instantOf,
  isDay,
  isoOf,
  lastOfMonth,
  minuteMs,
  momentText,
  monthNumberOf,
  startOfDay,
  weekdayOf,
} from './time.ts'

const instants = fc.integer({ min: -30 * 365 * dayMs, max: 200 * 365 * dayMs })
const numbers = fc.integer({ min: -700_000, max: 2_900_000 })

// The runtime's own calendar is the second opinion; zone names have their sign reversed.
const judge = new Intl.DateTimeFormat('en-CA', { timeZone: 'Etc/GMT-8', dateStyle: 'short' })
const judgeClock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Etc/GMT-8', timeStyle: 'short' })
const judgeWeekday = new Intl.DateTimeFormat('en', { timeZone: 'Etc/GMT-8', weekday: 'short' })
const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']

describe('a day of the city', () => {
  test('begins at 16:00 UTC of the day before', () => {
    expect(isoOf(startOfDay('2026-08-01'))).toBe('2026-07-31T16:00:00.000Z')
    expect(dayOf(startOfDay('2026-08-01') - 1)).toBe('2026-07-31')
  })

  test('agrees with the runtime on day, clock and weekday at any instant', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        expect(dayOf(instant)).toBe(judge.format(instant))
        expect(clockOf(instant)).toBe(judgeClock.format(instant))
        expect(weekdays[weekdayOf(dayOf(instant))]).toBe(judgeWeekday.format(instant))
      }),
    )
  })

  test('keeps its number through every year from 0 to 9999', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        expect(dayNumberOf(dayAt(number))).toBe(number)
      }),
    )
    expect(dayNumberOf('0000-01-01')).toBe(-719_528)
    expect(dayAt(dayNumberOf('9999-12-31'))).toBe('9999-12-31')
    expect(() => dayAt(dayNumberOf('9999-12-31') + 1)).toThrow(RangeError)
  })

  test('may be a leap day only in a leap year', () => {
    expect([isDay('2024-02-29'), isDay('2000-02-29')]).toEqual([true, true])
    expect([isDay('2026-02-29'), isDay('1900-02-29')]).toEqual([false, false])
  })

  test.each(['2026-13-01', '2026-00-10', '2026-04-31', '2026-4-1', '20260401', '', '2026-04-01 '])(
    'is not written %j',
    (text) => {
      expect(isDay(text)).toBe(false)
      expect(() => startOfDay(text)).toThrow(RangeError)
    },
  )

  test('adding days and counting days between undo each other', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 40_000 }),
        fc.integer({ min: -900, max: 900 }),
        (n, by) => {
          const day = dayAt(n)
          expect(daysBetween(day, addDays(day, by))).toBe(by)
        },
      ),
    )
  })
})

describe('what people read', () => {
  const moment = startOfDay('2026-08-03') + 17 * hourMs

  test('a moment is month, day and clock, with the year only when it is another', () => {
    expect(momentText(moment)).toBe('8月3日 17:00')
    expect(momentText(moment, 2026)).toBe('8月3日 17:00')
    expect(momentText(moment, 2025)).toBe('2026年8月3日 17:00')
    expect(dayText('2026-10-01')).toBe('10月1日')
  })

  test.each([
    [28 * hourMs, '1 天 4 小时'],
    [24 * hourMs + 30 * minuteMs, '1 天'],
    [100 * minuteMs, '1 小时 40 分钟'],
    [2 * hourMs, '2 小时'],
    [59 * minuteMs + 59_999, '59 分钟'],
    [59_999, '不到 1 分钟'],
    [-26 * hourMs, '1 天 2 小时'],
  ])('%i ms is %s', (ms, text) => {
    expect(durationText(ms)).toBe(text)
  })
})

describe('an instant in writing', () => {
  test('is read back as it was written', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        expect(instantOf(isoOf(instant))).toBe(instant)
      }),
    )
  })

  test('may carry any offset and precision', () => {
    const instant = startOfDay('2026-08-01') + 15 * hourMs + 20 * minuteMs
    expect(instantOf('2026-08-01T15:20+08:00')).toBe(instant)
    expect(instantOf('2026-08-01T07:20:00Z')).toBe(instant)
    expect(instantOf('2026-08-01T01:50:00.5-05:30')).toBe(instant + 500)
    expect(instantOf('2026-08-01T07:20:00.123456789Z')).toBe(instant + 123)
  })

  test.each([
    '2026-08-01',
    '2026-08-01T15:20',
    '2026-08-01 15:20:00Z',
    '2026-08-01T24:00:00Z',
    '2026-08-01T15:60:00Z',
    '2026-08-01T15:20:60Z',
    '2026-02-29T00:00:00Z',
    '2026-08-01T15:20:00+8:00',
    '2026-08-01T15:20:00+0800',
    '2026-08-01T15:20:00+24:00',
    '2026-08-01t15:20:00z',
    ' 2026-08-01T15:20:00Z',
    '2026-08-01T15:20:00Z\n',
    '',
  ])('is not read from %j', (text) => {
    expect(instantOf(text)).toBeUndefined()
  })
})

function daysBetween(first: string, second: string): number {
  return (startOfDay(second) - startOfDay(first)) / 86_400_000
}

test('months are counted across years, and end on their last day', () => {
  const december = monthNumberOf('2025-12-31')
  expect(firstOfMonth(december)).toBe('2025-12-01')
  expect(firstOfMonth(december + 1)).toBe('2026-01-01')
  expect(firstOfMonth(december - 12)).toBe('2024-12-01')
  expect(lastOfMonth('2024-02-03')).toBe('2024-02-29')
  expect(lastOfMonth('2026-12-31')).toBe('2026-12-31')
})
