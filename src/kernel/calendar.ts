import {
  dayAt,
  dayMs,
  dayNumberOf,
  hourMs,
  minuteMs,
  startOfDayNumber,
  weekdayOfNumber,
  yearOf,
  type Day,
  type Instant,
} from './time.ts'

/**
 * Which days and hours a city works.
 *
 * The lists hold only what differs from the week: weekdays that are off, weekends that are
 * worked. They speak for published years; in other years weekends and the holidays known
 * from the statute alone decide, and every answer is provisional.
 */
export type Calendar = {
  readonly publishedYears: readonly number[]
  readonly daysOff: readonly Day[]
  readonly workedWeekends: readonly Day[]
  readonly hours: readonly { readonly from: string; readonly to: string }[]
  /** 'MM-DD', for unpublished years only. */
  readonly fixedHolidays: readonly string[]
  /** Holidays that move with the moon or the sun, for unpublished years only. */
  readonly expectedHolidays?: readonly Day[]
  readonly version: string
}

export type WorkingDay = { readonly working: boolean; readonly provisional: boolean }

/** A span of working hours, in milliseconds from the start of the day. */
export type Span = { readonly from: number; readonly to: number }

export function isWorkingDay(calendar: Calendar, day: Day): WorkingDay {
  return workingDayAt(calendar, dayNumberOf(day))
}

/** The same by day number, for counting over many days. */
export function workingDayAt(calendar: Calendar, number: number): WorkingDay {
  const index = indexOf(calendar)
  const known = index.answers.get(number)
  if (known) return known
  const answer = judged(index, number)
  index.answers.set(number, answer)
  return answer
}

export function workingSpans(calendar: Calendar): readonly Span[] {
  return indexOf(calendar).spans
}

/** When work ends on a day, whether or not that day is worked: a deadline a person wrote stands. */
export function endOfWork(calendar: Calendar, day: Day): Instant {
  return endOfWorkAt(calendar, dayNumberOf(day))
}

export function endOfWorkAt(calendar: Calendar, number: number): Instant {
  return startOfDayNumber(number) + (workingSpans(calendar).at(-1)?.to ?? dayMs)
}

type Index = {
  readonly published: ReadonlySet<number>
  readonly off: ReadonlySet<number>
  readonly worked: ReadonlySet<number>
  readonly expected: ReadonlySet<number>
  readonly fixed: ReadonlySet<string>
  readonly spans: readonly Span[]
  readonly answers: Map<number, WorkingDay>
}

const indexes = new WeakMap<Calendar, Index>()

function indexOf(calendar: Calendar): Index {
  const known = indexes.get(calendar)
  if (known) return known
  const index: Index = {
    published: new Set(calendar.publishedYears),
    off: new Set(calendar.daysOff.map(dayNumberOf)),
    worked: new Set(calendar.workedWeekends.map(dayNumberOf)),
    expected: new Set((calendar.expectedHolidays ?? []).map(dayNumberOf)),
    fixed: new Set(calendar.fixedHolidays),
    spans: spansOf(calendar),
    answers: new Map(),
  }
  indexes.set(calendar, index)
  return index
}

function judged(index: Index, number: number): WorkingDay {
  const day = dayAt(number)
  const provisional = !index.published.has(yearOf(day))
  const holiday =
    index.off.has(number) ||
    (provisional && (index.expected.has(number) || index.fixed.has(day.slice(5))))
  const weekend = weekdayOfNumber(number) % 6 === 0
  return { working: !holiday && (!weekend || index.worked.has(number)), provisional }
}

function spansOf(calendar: Calendar): readonly Span[] {
  const spans = calendar.hours
    .map(({ from, to }) => ({ from: timeOfDay(from), to: timeOfDay(to) }))
    .toSorted((one, other) => one.from - other.from)
  const sound = spans.every(({ from, to }, at) => from < to && from >= (spans[at - 1]?.to ?? 0))
  if (spans.length === 0 || !sound) {
    throw new RangeError('a calendar needs working hours that do not overlap')
  }
  return spans
}

function timeOfDay(text: string): number {
  const parts = /^(?:([01]\d|2[0-3]):([0-5]\d)|(24):(00))$/.exec(text)
  if (!parts) throw new RangeError(`not a time of day: ${text}`)
  return Number(parts[1] ?? parts[3]) * hourMs + Number(parts[2] ?? parts[4]) * minuteMs
}
