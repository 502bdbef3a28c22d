import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Calendar, endOfWork, isWorkingDay, workingSpans } from './calendar.ts'
import { addDays, hourMs, momentText, weekdayOf } from './time.ts'

const calendar: Calendar = {
  publishedYears: [2026],
  daysOff: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
  workedWeekends: ['2026-09-20', '2026-10-10'],
  hours: [
    { from: '13:00', to: '17:00' },
    { from: '09:00', to: '12:00' },
  ],
  fixedHolidays: ['01-01', '05-01', '10-01'],
  expectedHolidays: ['2026-02-17', '2027-02-08'],
  version: 'test',
}

describe('in a published year', () => {
  test('weekdays are worked and weekends are not', () => {
    expect(isWorkingDay(calendar, '2026-08-03')).toEqual({ working: true, provisional: false })
    expect(isWorkingDay(calendar, '2026-08-02')).toEqual({ working: false, provisional: false })
  })

  test('the notice moves days off and worked weekends', () => {
    expect(isWorkingDay(calendar, '2026-10-07').working).toBe(false)
    expect(isWorkingDay(calendar, '2026-10-08').working).toBe(true)
    expect(isWorkingDay(calendar, '2026-10-10').working).toBe(true)
  })

  test('only the notice says what is off, not the expected holidays', () => {
    expect(isWorkingDay(calendar, '2026-05-01').working).toBe(true)
    expect(isWorkingDay(calendar, '2026-02-17').working).toBe(true)
  })
})

describe('in a year without a notice', () => {
  test('every answer is provisional', () => {
    expect(isWorkingDay(calendar, '2027-03-01')).toEqual({ working: true, provisional: true })
    expect(isWorkingDay(calendar, '2027-02-28')).toEqual({ working: false, provisional: true })
  })

  test('statutory and expected holidays are off', () => {
    expect(isWorkingDay(calendar, '2027-01-01').working).toBe(false)
    expect(isWorkingDay(calendar, '2027-02-08').working).toBe(false)
  })
})

test('a calendar without exceptions is the plain week', () => {
  const plain: Calendar = { ...calendar, daysOff: [], workedWeekends: [] }
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 364 }), (offset) => {
      const day = addDays('2026-01-01', offset)
      expect(isWorkingDay(plain, day).working).toBe(![0, 6].includes(weekdayOf(day)))
    }),
  )
})

describe('working hours', () => {
  test('are put in order', () => {
    expect(workingSpans(calendar).map(({ from }) => from / hourMs)).toEqual([9, 13])
  })

  test.each([
    [[]],
    [[{ from: '09:00', to: '09:00' }]],
    [[{ from: '9:00', to: '12:00' }]],
    [
      [
        { from: '09:00', to: '13:00' },
        { from: '12:00', to: '17:00' },
      ],
    ],
  ])('%j are refused', (hours) => {
    expect(() => workingSpans({ ...calendar, hours })).toThrow(RangeError)
  })

  test('end with the last of them, also on a day off', () => {
    expect(momentText(endOfWork(calendar, '2026-08-03'))).toBe('8月3日 17:00')
    expect(momentText(endOfWork(calendar, '2026-08-02'))).toBe('8月2日 17:00')
  })

  test('may run to midnight', () => {
    const round = { ...calendar, hours: [{ from: '00:00', to: '24:00' }] }
    expect(workingSpans(round)).toEqual([{ from: 0, to: 24 * hourMs }])
  })
})
