import { type Calendar, endOfWorkAt, type Span, workingDayAt, workingSpans } from './calendar.ts'
import {
  dayMs,
  dayNumberAt,
  durationText,
  hourMs,
  type Instant,
  minuteMs,
  momentText,
  startOfDayNumber,
} from './time.ts'

/**
 * How long something may take.
 *
 * Minutes, hours and days run on without regard to the calendar; a day is 24 hours. Working
 * hours run only within the hours of working days. Working days are whole: the day of the
 * start is not counted, and the limit ends when work ends on the last of them.
 */
export type Limit = {
  readonly qty: number
  readonly unit: 'minute' | 'hour' | 'day' | 'working-hour' | 'working-day'
}

/**
 * What a suspended limit keeps, in its own terms. `days` are those after the day of suspension;
 * `today` says that work on that very day had not ended yet, so that resuming before it ends
 * changes nothing. Each end of a working day that passes meanwhile moves the due day by one.
 */
export type Remaining =
  | { readonly unit: 'natural' | 'working-hour'; readonly ms: number }
  | { readonly unit: 'working-day'; readonly days: number; readonly today: boolean }

export type Due = { readonly due: Instant; readonly provisional: boolean }

export function dueAt(calendar: Calendar, from: Instant, limit: Limit): Due {
  return resumeAt(calendar, from, wholeOf(calendar, from, limit))
}

export function resumeAt(calendar: Calendar, at: Instant, remaining: Remaining): Due {
  switch (remaining.unit) {
    case 'natural':
      return { due: at + remaining.ms, provisional: false }
    case 'working-hour':
      return afterWorkingTime(calendar, at, remaining.ms)
    case 'working-day':
      return afterEndsOfWork(calendar, at, remaining.days + (remaining.today ? 1 : 0))
  }
}

/** What is left at a moment of a limit that would end at its due time; nothing, once it is past. */
export function leftUntil(
  calendar: Calendar,
  at: Instant,
  { limit, due }: { readonly limit: Limit; readonly due: Instant },
): Remaining {
  switch (limit.unit) {
    case 'working-day': {
      const today = at < due && workEndsToday(calendar, at)
      return { unit: 'working-day', days: workingDaysAfter(calendar, at, due), today }
    }
    case 'working-hour':
      return { unit: 'working-hour', ms: workingTimeBetween(calendar, at, due) }
    case 'minute':
    case 'hour':
    case 'day':
      return { unit: 'natural', ms: Math.max(0, due - at) }
  }
}

/** A limit in the terms of what is left at its start. */
function wholeOf(calendar: Calendar, from: Instant, limit: Limit): Remaining {
  const { qty, unit } = limit
  if (!Number.isInteger(qty) || qty < 1) throw new RangeError(`not a limit: ${qty} ${unit}`)
  switch (unit) {
    case 'working-day':
      return { unit, days: qty, today: workEndsToday(calendar, from) }
    case 'working-hour':
      return { unit, ms: qty * hourMs }
    case 'minute':
    case 'hour':
    case 'day':
      return { unit: 'natural', ms: qty * naturalMs[unit] }
  }
}

export function limitText({ qty, unit }: Limit): string {
  return `${qty} ${unitTexts[unit]}`
}

export function remainingText(remaining: Remaining): string {
  if (remaining.unit !== 'working-day') {
    const { unit, ms } = remaining
    return unit === 'natural' ? durationText(ms) : `${hoursText(ms)}工作时间`
  }
  const { days, today } = remaining
  if (days === 0) return today ? '当日下班前' : '0 个工作日'
  return today ? `${days} 个工作日（不含当日）` : `${days} 个工作日`
}

/** Working time in hours and minutes: a "day" of it would be taken for a working day. */
export function hoursText(ms: number): string {
  const minutes = Math.floor(ms / minuteMs)
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest} 分钟`
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分钟`
}

/** One line for a due time that was moved: by whom or why, and where it stands now. */
export function explainMove(words: string, due: Instant): string {
  return `${words}，${momentText(due)} 到期`
}

/** The working spans of one day, as instants; none on a day off. */
export function spansOn(calendar: Calendar, number: number): readonly Span[] {
  if (!workingDayAt(calendar, number).working) return []
  const start = startOfDayNumber(number)
  return workingSpans(calendar).map(({ from, to }) => ({ from: start + from, to: start + to }))
}

const naturalMs = { minute: minuteMs, hour: hourMs, day: dayMs } as const

const unitTexts = {
  minute: '分钟',
  hour: '小时',
  day: '个自然日',
  'working-hour': '个工作时',
  'working-day': '个工作日',
} as const

function afterEndsOfWork(calendar: Calendar, at: Instant, count: number): Due {
  let due = at
  let provisional = false
  let left = count
  for (let number = dayNumberAt(at); left > 0; number += 1) {
    const day = workingDayAt(calendar, number)
    provisional ||= day.provisional
    const end = endOfWorkAt(calendar, number)
    if (!day.working || end <= at) continue
    due = end
    left -= 1
  }
  return { due, provisional }
}

function afterWorkingTime(calendar: Calendar, at: Instant, ms: number): Due {
  let due = at
  let provisional = false
  let left = ms
  for (let number = dayNumberAt(at); left > 0; number += 1) {
    provisional ||= workingDayAt(calendar, number).provisional
    for (const { from, to } of spansOn(calendar, number)) {
      const start = Math.max(from, at)
      const taken = Math.min(left, Math.max(0, to - start))
      if (taken > 0) due = start + taken
      left -= taken
    }
  }
  return { due, provisional }
}

function workingTimeBetween(calendar: Calendar, from: Instant, to: Instant): number {
  let sum = 0
  for (let number = dayNumberAt(from); number <= dayNumberAt(to); number += 1) {
    for (const span of spansOn(calendar, number)) {
      sum += Math.max(0, Math.min(span.to, to) - Math.max(span.from, from))
    }
  }
  return sum
}

function workingDaysAfter(calendar: Calendar, at: Instant, due: Instant): number {
  let days = 0
  for (let number = dayNumberAt(at) + 1; number <= dayNumberAt(due); number += 1) {
    if (workingDayAt(calendar, number).working) days += 1
  }
  return days
}

function workEndsToday(calendar: Calendar, at: Instant): boolean {
  const number = dayNumberAt(at)
  return workingDayAt(calendar, number).working && at < endOfWorkAt(calendar, number)
}
