import type { Calendar } from '../../../kernel/calendar.ts'
import { resumeAt } from '../../../kernel/limit.ts'
import { dayOf, hourMs, type Instant, minuteMs, startOfDay } from '../../../kernel/time.ts'
import type { Random } from '../random.ts'

/** A moment after so many hours of working time. */
export function workingLater(calendar: Calendar, at: Instant, hours: number): Instant {
  const ms = Math.max(minuteMs, Math.round(hours * hourMs))
  return resumeAt(calendar, at, { unit: 'working-hour', ms }).due
}

/** The moment itself by day; out of the night, some time next morning. */
export function awake(random: Random, at: Instant): Instant {
  const start = startOfDay(dayOf(at))
  const hour = (at - start) / hourMs
  if (hour >= 8 && hour < 21) return at
  const morning = start + (hour < 8 ? 8 : 32) * hourMs
  return morning + Math.round(random() * 80 * minuteMs)
}

/** A span of hours between two bounds, more often a short one. */
export function hoursBetween(random: Random, least: number, most: number): number {
  return least + (most - least) * random() ** 1.6
}
