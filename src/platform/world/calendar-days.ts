import { z } from 'zod'
import type { Calendar } from '../../kernel/calendar.ts'
import { isDay, weekdayOf, yearOf } from '../../kernel/time.ts'

export const calendarDaysShape = z.object({
  /** Years whose notice is complete with these days. */
  years: z.array(z.number().int()),
  days: z.array(z.object({ day: z.string().refine(isDay), working: z.boolean() })),
})

/** A calendar with days that the city imported; they overrule the built-in notices. */
export function withDays(calendar: Calendar, value: unknown, version: string): Calendar {
  const read = calendarDaysShape.safeParse(value)
  if (!read.success) return calendar
  const { years, days } = read.data
  const named = new Set(days.map(({ day }) => day))
  const isOff = ({ day, working }: { day: string; working: boolean }) => !working && !isWeekend(day)
  const isWorked = ({ day, working }: { day: string; working: boolean }) =>
    working && isWeekend(day)
  const kept = (list: readonly string[]) => list.filter((day) => !named.has(day))
  return {
    ...calendar,
    publishedYears: [...new Set([...calendar.publishedYears, ...years])].toSorted((a, b) => a - b),
    daysOff: [...kept(calendar.daysOff), ...days.filter(isOff).map(({ day }) => day)].toSorted(),
    workedWeekends: [
      ...kept(calendar.workedWeekends),
      ...days.filter(isWorked).map(({ day }) => day),
    ].toSorted(),
    expectedHolidays: (calendar.expectedHolidays ?? []).filter(
      (day) => !years.includes(yearOf(day)),
    ),
    version: `${calendar.version}+${version}`,
  }
}

function isWeekend(day: string): boolean {
  return weekdayOf(day) % 6 === 0
}
