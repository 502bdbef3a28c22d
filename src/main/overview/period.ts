import { addDays, dayNumberOf, dayText, isDay, lastOfMonth, type Day } from '../../kernel/time.ts'

export type Span = { readonly from: Day; readonly to: Day }

export type Period = Span & {
  readonly days: number
  /** The days that are over: what is compared is whole. */
  readonly whole: Span
  /** As many days some whole weeks before, so that weekdays meet weekdays. */
  readonly before: Span
  readonly weeks: number
  /** The last day still runs and is compared as it stands with a whole one. */
  readonly runs: boolean
  /** Points of the trend. */
  readonly by: 'day' | 'month'
}

export const mostDays = 366
const usualDays = 7
const mostPoints = 62

/** The days asked for, and those they are compared with; nothing where they make no sense. */
export function periodOf(
  asked: { readonly from?: string | undefined; readonly to?: string | undefined },
  today: Day,
): Period | undefined {
  const to = asked.to ?? today
  if (!isDay(to) || to > today) return undefined
  const from = asked.from ?? addDays(to, 1 - usualDays)
  if (!isDay(from) || from > to) return undefined
  const days = dayNumberOf(to) - dayNumberOf(from) + 1
  if (days > mostDays) return undefined
  const runs = to === today && days === 1
  const whole = { from, to: to === today && !runs ? addDays(to, -1) : to }
  const weeks = Math.ceil(days / 7)
  const before = { from: addDays(whole.from, -7 * weeks), to: addDays(whole.to, -7 * weeks) }
  return { from, to, days, whole, before, weeks, runs, by: days > mostPoints ? 'month' : 'day' }
}

/** '今天', '近 7 天', '8月3日至8月9日'. */
export function periodText({ from, to, days }: Pick<Period, 'from' | 'to' | 'days'>, today: Day) {
  if (to === today) return days === 1 ? '今天' : `近 ${days} 天`
  return from === to ? dayText(from) : `${dayText(from)}至${dayText(to)}`
}

/** The period in days, or in months of which the first and last may be parts. */
export function spansOf({ from, to, by }: Span & { by: 'day' | 'month' }): readonly Span[] {
  const spans: Span[] = []
  for (let day = from; day <= to;) {
    const end = by === 'day' ? day : lastOfMonth(day)
    spans.push({ from: day, to: end < to ? end : to })
    day = addDays(end, 1)
  }
  return spans
}
