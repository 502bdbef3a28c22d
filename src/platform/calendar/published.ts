import { createHash } from 'node:crypto'
import notices from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import type { Calendar } from '../../kernel/calendar.ts'
import { type Day, weekdayOf, yearOf } from '../../kernel/time.ts'
import { expectedHolidays } from './expected.ts'

const defaultHours = [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '17:00' },
] as const

/**
 * The State Council's notices as the kernel's calendar.
 *
 * A year counts as published when the notices name its National Day. Earlier years than the
 * first are left out: nothing in the platform lies in them and nobody compared them with the
 * official lists.
 */
export function publishedCalendar(hours: Calendar['hours'] = defaultHours): Calendar {
  const publishedYears = yearsOf(notices.holidays)
  const published = new Set(publishedYears)
  const inYears = (day: Day) => published.has(yearOf(day))
  const daysOff = Object.keys(notices.holidays)
    .filter((day) => inYears(day) && !isWeekend(day))
    .toSorted()
  const workedWeekends = Object.keys(notices.workdays)
    .filter((day) => inYears(day) && isWeekend(day))
    .toSorted()
  const last = Math.max(...publishedYears)
  return {
    publishedYears,
    daysOff,
    workedWeekends,
    hours,
    fixedHolidays: ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'],
    expectedHolidays: yearsAfter(last).flatMap(expectedHolidays),
    version: versionOf({ last, daysOff, workedWeekends }),
  }
}

const firstYear = 2018
const expectedYears = 10

function yearsOf(holidays: Readonly<Record<Day, string>>): readonly number[] {
  const named = Object.entries(holidays)
    .filter(([day, name]) => day.endsWith('-10-01') && name.includes('国庆'))
    .map(([day]) => yearOf(day))
  return named.filter((year) => year >= firstYear).toSorted((one, other) => one - other)
}

function yearsAfter(last: number): readonly number[] {
  return Array.from({ length: expectedYears }, (_, at) => last + 1 + at)
}

function isWeekend(day: Day): boolean {
  return weekdayOf(day) % 6 === 0
}

/** Notices have been amended within their year, so the last year alone does not name the content. */
function versionOf(content: {
  readonly last: number
  readonly daysOff: readonly Day[]
  readonly workedWeekends: readonly Day[]
}): string {
  const digest = createHash('sm3').update(JSON.stringify(content)).digest('hex')
  return `${content.last}-${digest.slice(0, 8)}`
}
