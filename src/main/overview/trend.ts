import { addDays } from '../../kernel/time.ts'
import type { OverviewAt } from './at.ts'
import type { Span } from './period.ts'
import type { Series } from './series.ts'

export type Point = Span & {
  readonly open: number
  readonly flows: Readonly<Record<string, number>>
  /** How many came on the same weekday of the weeks compared with. */
  readonly before?: number
}

/** The flows and the open stock, day by day or month by month. */
export function trend({ shape, period }: OverviewAt, series: Series): readonly Point[] {
  const { kind, flows, open, volume } = shape
  const earlier = (day: string) => addDays(day, -7 * period.weeks)
  const before = ({ from, to }: Span) =>
    volume === undefined || period.by === 'month' || to > period.whole.to
      ? {}
      : { before: series.sum(kind.name, volume.name, { from: earlier(from), to: earlier(to) }) }
  return spansOf(period).map((span) => ({
    ...span,
    open: series.stock(kind.name, open, span.to),
    flows: Object.fromEntries(
      [...flows, ...(volume === undefined ? [] : [volume])].map(
        ({ name }) => [name, series.sum(kind.name, name, span)] as const,
      ),
    ),
    ...before(span),
  }))
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

function lastOfMonth(day: string): string {
  const next = `${addDays(`${day.slice(0, 7)}-01`, 31).slice(0, 7)}-01`
  return addDays(next, -1)
}
