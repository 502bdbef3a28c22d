import { weekdayOf } from '../../kernel/time.ts'
import type { DayView } from './types.ts'

export type Month = {
  readonly month: number
  /** Weeks from Monday to Sunday; a place before the first or after the last day is empty. */
  readonly weeks: readonly (readonly (DayView | undefined)[])[]
  readonly working: number
}

/** The days of a year as twelve sheets of a wall calendar. */
export function monthsOf(days: readonly DayView[]): readonly Month[] {
  const byMonth = Map.groupBy(days, ({ day }) => Number(day.slice(5, 7)))
  return [...byMonth].map(([month, own]) => ({
    month,
    weeks: weeksOf(own),
    working: own.filter(({ working }) => working).length,
  }))
}

/** A day that differs from its weekday: a weekday off, or a weekend worked. */
export function differs({ day, working }: DayView): boolean {
  const isWeekend = weekdayOf(day) % 6 === 0
  return working === isWeekend
}

function weeksOf(days: readonly DayView[]): readonly (readonly (DayView | undefined)[])[] {
  const first = days[0]
  if (first === undefined) return []
  const before = (weekdayOf(first.day) + 6) % 7
  const places = [...Array.from({ length: before }, () => undefined), ...days]
  const count = Math.ceil(places.length / 7)
  return Array.from({ length: count }, (_, at) =>
    Array.from({ length: 7 }, (__, weekday) => places[at * 7 + weekday]),
  )
}
