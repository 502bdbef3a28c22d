import { addDays } from '../../kernel/time.ts'
import type { OverviewAt } from './at.ts'
import { type Span, spansOf } from './period.ts'
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
