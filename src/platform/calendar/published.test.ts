import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isWorkingDay } from '../../kernel/calendar.ts'
import { dueAt } from '../../kernel/limit.ts'
import { dayOf, hourMs, startOfDay, weekdayOf } from '../../kernel/time.ts'
import { expectedHolidays } from './expected.ts'
import { publishedCalendar } from './published.ts'

const official = new URL('../../../../shared/data/calendar/workdays.csv', import.meta.url)
const calendar = publishedCalendar()

function officialDays(): readonly { readonly day: string; readonly working: boolean }[] {
  const rows = readFileSync(official, 'utf8').trim().split('\n').slice(1)
  return rows.map((row) => {
    const [day = '', , working] = row.split(',')
    return { day, working: working === '1' }
  })
}

describe('the official list of every day', () => {
  test('says the same as the calendar', ({ skip }) => {
    if (!existsSync(official)) skip('no ../shared/data/calendar beside this project')
    const days = officialDays()
    const wrong = days.filter(({ day, working }) => {
      const answer = isWorkingDay(calendar, day)
      return answer.working !== working || answer.provisional
    })
    expect(days.length).toBeGreaterThan(2500)
    expect(wrong).toEqual([])
  })

  test('counts the same five working days from any start', ({ skip }) => {
    if (!existsSync(official)) skip('no ../shared/data/calendar beside this project')
    const days = officialDays()
    for (const [at, { day }] of days.slice(0, -40).entries()) {
      const fifth = days.slice(at + 1).filter(({ working }) => working)[4]
      const { due } = dueAt(calendar, startOfDay(day) + 10 * hourMs, {
        qty: 5,
        unit: 'working-day',
      })
      expect(dayOf(due)).toBe(fifth?.day)
    }
  })
})

test('the years from 2018 to the last notice are published, without a gap', () => {
  const years = calendar.publishedYears
  expect(years.slice(0, 9)).toEqual([2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026])
  expect((years.at(-1) ?? 0) - (years[0] ?? 0)).toBe(years.length - 1)
})

test('the Spring Festival of 2026 runs to the ninth day and its Saturday is worked', () => {
  expect(isWorkingDay(calendar, '2026-02-23').working).toBe(false)
  expect(isWorkingDay(calendar, '2026-02-24').working).toBe(true)
  expect(isWorkingDay(calendar, '2026-02-28').working).toBe(true)
})

test('the lists hold only what differs from the week', () => {
  const weekend = (day: string) => [0, 6].includes(weekdayOf(day))
  expect(calendar.daysOff.filter(weekend)).toEqual([])
  expect(calendar.workedWeekends.filter((day) => !weekend(day))).toEqual([])
})

test('a year nobody has published is provisional, with its holidays expected', () => {
  const next = (calendar.publishedYears.at(-1) ?? 0) + 1
  for (const day of [`${next}-01-01`, `${next}-10-01`, ...expectedHolidays(next)]) {
    expect(isWorkingDay(calendar, day)).toEqual({ working: false, provisional: true })
  }
})

test('what is expected of a year is what its notice gave, for every year with a notice', () => {
  const spring = /-0[12]-/
  for (const year of calendar.publishedYears) {
    const expected = expectedHolidays(year)
    // New Year's Eve became a holiday again in 2025.
    const due = expected.filter((day) => year >= 2025 || !spring.test(day) || day !== expected[0])
    const worked = due.filter((day) => isWorkingDay(calendar, day).working)
    expect(expected).toHaveLength(7)
    expect(worked).toEqual([])
  }
})

test('known festivals of coming years fall on their days', () => {
  expect(expectedHolidays(2028)).toEqual([
    '2028-01-25',
    '2028-01-26',
    '2028-01-27',
    '2028-01-28',
    '2028-04-04',
    '2028-05-28',
    '2028-10-03',
  ])
  expect(expectedHolidays(2033)).toContain('2033-01-31')
})

test('the version names the last year and stays while the notices stay', () => {
  expect(calendar.version).toMatch(/^20\d\d-[0-9a-f]{8}$/)
  expect(publishedCalendar().version).toBe(calendar.version)
})
