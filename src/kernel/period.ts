import type { Period } from './indicator.ts'
import { addDays, type Day, firstOfMonth, monthNumberOf } from './time.ts'

export type Span = { readonly from: Day; readonly to: Day }

const monthsIn: Readonly<Record<Period, number>> = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  year: 12,
}

/** The month, quarter, half-year or year that holds a day. */
export function periodAt(period: Period, day: Day): Span {
  return spanFrom(firstMonth(period, day), monthsIn[period])
}

/** That many periods, the oldest first, the last of them up to the day that it holds. */
export function periodsUpTo(period: Period, day: Day, count: number): readonly Span[] {
  const months = monthsIn[period]
  const first = firstMonth(period, day)
  const spans = Array.from({ length: count }, (_, at) =>
    spanFrom(first - months * (count - 1 - at), months),
  )
  return spans.map((span) => (span.to > day ? { ...span, to: day } : span))
}

/** '2026年8月', '2026年第3季度', '2026年下半年', '2026年'. */
export function periodName(period: Period, day: Day): string {
  const first = firstMonth(period, day)
  const year = `${Math.floor(first / 12)}年`
  const month = first % 12
  switch (period) {
    case 'month':
      return `${year}${month + 1}月`
    case 'quarter':
      return `${year}第${month / 3 + 1}季度`
    case 'half-year':
      return `${year}${month === 0 ? '上' : '下'}半年`
    case 'year':
      return year
  }
}

function firstMonth(period: Period, day: Day): number {
  const month = monthNumberOf(day)
  return month - (month % monthsIn[period])
}

function spanFrom(month: number, months: number): Span {
  return { from: firstOfMonth(month), to: addDays(firstOfMonth(month + months), -1) }
}
