import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Calendar, isWorkingDay } from './calendar.ts'
import {
  dueAt,
  explainMove,
  leftUntil,
  type Limit,
  limitText,
  type Remaining,
  remainingText,
  resumeAt,
} from './limit.ts'
import {
  addDays,
  clockOf,
  dayOf,
  hourMs,
  instantOf,
  type Instant,
  isoOf,
  minuteMs,
  startOfDay,
} from './time.ts'

const calendar: Calendar = {
  publishedYears: [2026],
  daysOff: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
  workedWeekends: ['2026-09-20', '2026-10-10'],
  hours: [
    { from: '09:00', to: '12:00' },
    { from: '13:00', to: '17:00' },
  ],
  fixedHolidays: ['01-01'],
  version: 'test',
}

const limits: fc.Arbitrary<Limit> = fc.record({
  qty: fc.integer({ min: 1, max: 40 }),
  unit: fc.constantFrom('minute', 'hour', 'day', 'working-hour', 'working-day'),
})
const working: fc.Arbitrary<Limit> = fc.record({
  qty: fc.integer({ min: 1, max: 40 }),
  unit: fc.constantFrom('working-hour', 'working-day'),
})
const year = startOfDay('2026-01-01')
const starts = fc
  .integer({ min: 0, max: 300 * 24 * 60 })
  .map((minutes) => year + minutes * minuteMs)
const shares = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

function at(wall: string): Instant {
  const instant = instantOf(`${wall}+08:00`)
  if (instant === undefined) throw new Error(`not a time: ${wall}`)
  return instant
}

function due(from: string, qty: number, unit: Limit['unit']): string {
  return wall(dueAt(calendar, at(from), { qty, unit }).due)
}

function wall(instant: Instant): string {
  return `${dayOf(instant)}T${clockOf(instant)}`
}

describe('working days', () => {
  test('are counted from the day after the start, to the end of work', () => {
    expect(due('2026-08-03T09:00', 1, 'working-day')).toBe('2026-08-04T17:00')
    expect(due('2026-08-03T23:59', 1, 'working-day')).toBe('2026-08-04T17:00')
  })

  test('skip the weekend wherever in it the start lies', () => {
    expect(due('2026-07-31T15:20', 3, 'working-day')).toBe('2026-08-05T17:00')
    expect(due('2026-08-01T15:20', 3, 'working-day')).toBe('2026-08-05T17:00')
    expect(due('2026-08-02T23:00', 3, 'working-day')).toBe('2026-08-05T17:00')
  })

  test('skip a holiday and count a worked Saturday', () => {
    expect(due('2026-09-30T10:00', 3, 'working-day')).toBe('2026-10-10T17:00')
  })

  test('agree with counting the days one by one', () => {
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 30 }), (from, qty) => {
        let day = dayOf(from)
        for (let left = qty; left > 0;) {
          day = addDays(day, 1)
          if (isWorkingDay(calendar, day).working) left -= 1
        }
        const { due: found } = dueAt(calendar, from, { qty, unit: 'working-day' })
        expect(found).toBe(startOfDay(day) + 17 * hourMs)
      }),
    )
  })
})

describe('working hours', () => {
  test('stop for lunch, the night and the weekend', () => {
    expect(due('2026-08-03T11:00', 2, 'working-hour')).toBe('2026-08-03T14:00')
    expect(due('2026-07-31T16:00', 4, 'working-hour')).toBe('2026-08-03T12:00')
    expect(due('2026-08-01T10:00', 1, 'working-hour')).toBe('2026-08-03T10:00')
  })

  test('that run out with the morning are due at noon, not after lunch', () => {
    expect(due('2026-08-03T09:00', 3, 'working-hour')).toBe('2026-08-03T12:00')
  })

  test('agree with ticking minute by minute', () => {
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 20 }), (from, qty) => {
        let now = from
        for (let left = qty * 60; left > 0; now += minuteMs) {
          const clock = clockOf(now)
          const open =
            (clock >= '09:00' && clock < '12:00') || (clock >= '13:00' && clock < '17:00')
          if (open && isWorkingDay(calendar, dayOf(now)).working) left -= 1
        }
        expect(wall(dueAt(calendar, from, { qty, unit: 'working-hour' }).due)).toBe(wall(now))
      }),
      { numRuns: 40 },
    )
  })
})

test('natural time runs through nights and holidays', () => {
  expect(due('2026-09-30T22:30', 2, 'hour')).toBe('2026-10-01T00:30')
  expect(due('2026-09-30T22:30', 7, 'day')).toBe('2026-10-07T22:30')
  expect(due('2026-09-30T22:30', 30, 'minute')).toBe('2026-09-30T23:00')
})

describe('a due time is provisional', () => {
  const lateInTheYear = at('2026-12-30T10:00')

  test('when counting it meets a year without a notice', () => {
    const days: Limit = { qty: 2, unit: 'working-day' }
    const hours: Limit = { qty: 20, unit: 'working-hour' }
    expect(dueAt(calendar, lateInTheYear, days).provisional).toBe(true)
    expect(dueAt(calendar, lateInTheYear, hours).provisional).toBe(true)
  })

  test('and not while it stays within published years or natural time', () => {
    expect(dueAt(calendar, lateInTheYear, { qty: 1, unit: 'working-day' }).provisional).toBe(false)
    expect(dueAt(calendar, lateInTheYear, { qty: 7, unit: 'day' }).provisional).toBe(false)
  })
})

describe('suspension', () => {
  test('resumed at once changes nothing', () => {
    fc.assert(
      fc.property(starts, limits, shares, (from, limit, share) => {
        const before = dueAt(calendar, from, limit).due
        const stop = from + Math.floor((before - from) * share)
        const left = leftUntil(calendar, stop, { limit, due: before })
        expect(resumeAt(calendar, stop, left).due).toBe(before)
      }),
    )
  })

  test('over a weekend costs no working time', () => {
    fc.assert(
      fc.property(
        fc.nat(35),
        working,
        fc.tuple(fc.nat(64 * 60), fc.nat(64 * 60)),
        (week, limit, [one, other]) => {
          // Friday 17:00 to Monday 09:00, in weeks without moved days.
          const friday = startOfDay(addDays('2026-01-02', week * 7)) + 17 * hourMs
          const [stop, resume] = [Math.min(one, other), Math.max(one, other)]
          const from = friday - 2 * hourMs
          const before = dueAt(calendar, from, limit).due
          fc.pre(before > friday + stop * minuteMs)
          const left = leftUntil(calendar, friday + stop * minuteMs, { limit, due: before })
          expect(resumeAt(calendar, friday + resume * minuteMs, left).due).toBe(before)
        },
      ),
    )
  })

  test('gives back each working day whose end passed meanwhile', () => {
    const limit: Limit = { qty: 3, unit: 'working-day' }
    const before = dueAt(calendar, at('2026-08-03T10:00'), limit).due
    expect(wall(before)).toBe('2026-08-06T17:00')
    const left = leftUntil(calendar, at('2026-08-04T10:00'), { limit, due: before })
    expect(left).toEqual({ unit: 'working-day', days: 2, today: true })
    expect(wall(resumeAt(calendar, at('2026-08-04T16:59'), left).due)).toBe('2026-08-06T17:00')
    expect(wall(resumeAt(calendar, at('2026-08-05T08:00'), left).due)).toBe('2026-08-07T17:00')
    expect(wall(resumeAt(calendar, at('2026-08-24T10:00'), left).due)).toBe('2026-08-26T17:00')
    expect(wall(resumeAt(calendar, at('2026-08-05T17:00'), left).due)).toBe('2026-08-10T17:00')
  })

  test('keeps working hours to the minute, however often', () => {
    const limit: Limit = { qty: 8, unit: 'working-hour' }
    const first = dueAt(calendar, at('2026-08-03T09:00'), limit).due
    const left = leftUntil(calendar, at('2026-08-03T11:30'), { limit, due: first })
    expect(left).toEqual({ unit: 'working-hour', ms: 5.5 * hourMs })
    const second = resumeAt(calendar, at('2026-08-05T16:00'), left).due
    expect(wall(second)).toBe('2026-08-06T14:30')
    const again = leftUntil(calendar, at('2026-08-06T11:00'), { limit, due: second })
    expect(again).toEqual({ unit: 'working-hour', ms: 2.5 * hourMs })
  })

  test.each<Limit>([
    { qty: 1, unit: 'working-day' },
    { qty: 1, unit: 'working-hour' },
    { qty: 1, unit: 'hour' },
  ])('after the due time leaves nothing of $qty $unit', (limit) => {
    const { due: before } = dueAt(calendar, at('2026-08-03T09:00'), limit)
    const late = at('2026-08-10T09:30')
    expect(resumeAt(calendar, late, leftUntil(calendar, late, { limit, due: before })).due).toBe(
      late,
    )
  })
})

test.each([0, -1, 1.5, Number.NaN])('%d working days are no limit', (qty) => {
  expect(() => dueAt(calendar, year, { qty, unit: 'working-day' })).toThrow(RangeError)
})

test('a later start is never due earlier', () => {
  fc.assert(
    fc.property(starts, fc.nat(10 * 24 * 60), limits, (from, later, limit) => {
      const first = dueAt(calendar, from, limit).due
      expect(first).toBeGreaterThan(from)
      expect(dueAt(calendar, from + later * minuteMs, limit).due).toBeGreaterThanOrEqual(first)
    }),
  )
})

describe('in words', () => {
  test('a limit names its unit', () => {
    const texts = (['minute', 'hour', 'day', 'working-hour', 'working-day'] as const).map((unit) =>
      limitText({ qty: 3, unit }),
    )
    expect(texts).toEqual(['3 分钟', '3 小时', '3 个自然日', '3 个工作时', '3 个工作日'])
  })

  test.each<[Remaining, string]>([
    [{ unit: 'working-day', days: 2, today: true }, '2 个工作日（不含当日）'],
    [{ unit: 'working-day', days: 2, today: false }, '2 个工作日'],
    [{ unit: 'working-day', days: 0, today: true }, '当日下班前'],
    [{ unit: 'working-hour', ms: 30.5 * hourMs }, '30 小时 30 分钟工作时间'],
    [{ unit: 'working-hour', ms: 10 * minuteMs }, '10 分钟工作时间'],
    [{ unit: 'natural', ms: 28 * hourMs }, '1 天 4 小时'],
  ])('what is left of %j', (left, text) => {
    expect(remainingText(left)).toBe(text)
  })

  test('a moved due time says why and where to', () => {
    expect(explainMove('经批准延期', at('2026-08-05T17:00'))).toBe('经批准延期，8月5日 17:00 到期')
    expect(isoOf(at('2026-08-05T17:00'))).toBe('2026-08-05T09:00:00.000Z')
  })
})
