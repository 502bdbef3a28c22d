import { type Calendar, workingDayAt } from '../../../kernel/calendar.ts'
import {
  dayNumberAt,
  hourMs,
  type Instant,
  startOfDayNumber,
  weekdayOfNumber,
} from '../../../kernel/time.ts'
import type { Random } from '../random.ts'
import { drawn, weighted } from './weights.ts'

/** How much is said in each hour of the day, and on each day of the week from Sunday. */
const HOURS = [1, 0.5, 0.3, 0.2, 0.2, 0.5, 1.5, 4, 8, 11, 11, 9, 6, 6, 8, 9, 8, 7, 5, 4, 4, 4, 3, 2]
/** Grids are walked by day, mostly in the morning and late afternoon. */
export const walkingHours = HOURS.map((_, hour) =>
  hour < 8 || hour > 18 ? 0 : hour === 12 || hour === 13 ? 3 : 9,
)
const WEEKDAYS = [0.72, 1.25, 1.1, 1.05, 1, 1, 0.78]
const OFF = 0.8

/** So many moments at which residents turn to the city, in order. */
export function moments(
  random: Random,
  span: {
    readonly calendar: Calendar
    readonly from: Instant
    readonly to: Instant
    readonly count: number
    /** How much in each hour of the day; residents' hours when absent. */
    readonly hours?: readonly number[]
  },
): readonly Instant[] {
  const { calendar, from, to, count, hours = HOURS } = span
  const first = dayNumberAt(from)
  const days = Array.from({ length: dayNumberAt(to) - first + 1 }, (_, at) => first + at)
  const someDay = weighted(days, (day) => {
    const working = workingDayAt(calendar, day).working
    return (WEEKDAYS[weekdayOfNumber(day)] ?? 1) * (working ? 1 : OFF)
  })
  const someHour = weighted(
    hours.map((_, hour) => hour),
    (hour) => hours[hour] ?? 0,
  )
  const found: Instant[] = []
  while (found.length < count) {
    const hour = drawn(random, someHour) + random()
    const at = startOfDayNumber(drawn(random, someDay)) + Math.floor(hour * hourMs)
    if (at >= from && at < to) found.push(at)
  }
  return found.toSorted((a, b) => a - b)
}
