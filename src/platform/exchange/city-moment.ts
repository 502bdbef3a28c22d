import {
  dayMs,
  hourMs,
  instantOf,
  isDay,
  minuteMs,
  startOfDay,
  type Instant,
} from '../../kernel/time.ts'

/**
 * A moment as people and other systems write it in sheets: ISO with an offset, or a day with or
 * without a time in the city's own clock ('2026-08-03 17:00', '2026/8/3', '2026年8月3日 9时05分').
 * Undefined where it is none, or where the day is in no calendar.
 */
export function readMoment(text: string): Instant | undefined {
  const trimmed = text.trim()
  return instantOf(trimmed) ?? readWallTime(trimmed)
}

const WALL =
  /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?(?:[T\s]*(\d{1,2})[:时](\d{1,2})分?(?:[:]?(\d{1,2})秒?(?:\.\d+)?)?)?$/

function readWallTime(text: string): Instant | undefined {
  const [, year = '', month = '', date = '', hours = '0', minutes = '0', seconds = '0'] =
    WALL.exec(text.normalize('NFKC')) ?? []
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  if (!isDay(day) || Number(minutes) > 59 || Number(seconds) > 59) return undefined
  const time = Number(hours) * hourMs + Number(minutes) * minuteMs + Number(seconds) * 1000
  return time < dayMs ? startOfDay(day) + time : undefined
}
