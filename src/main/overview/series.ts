import { addDays } from '../../kernel/time.ts'
import { readTallyAs } from '../../platform/tallies/as-now.ts'
import type { TallyCell } from '../../platform/tallies/read.ts'
import { type OverviewAt, tallyLevel } from './at.ts'
import type { Span } from './period.ts'
import { measuresOf, type Shape } from './shapes.ts'

/** An area's counts by day over the period and what it is compared with. */
export type Series = {
  readonly sum: (kind: string, measure: string, span: Span) => number
  /** What was not ended, or stood in given states, at the end of a day within the series. */
  readonly stock: (kind: string, states: readonly string[], day: string) => number
}

export async function readSeries(at: OverviewAt): Promise<Series> {
  const { db, state, area, period, shapes, cut } = at
  const asked = {
    city: state.city,
    level: tallyLevel(area),
    areas: [area.code],
    kinds: shapes.map(({ kind }) => kind.name),
  }
  const [cells, stocks] = await Promise.all([
    readTallyAs(
      db,
      {
        ...asked,
        measures: [...new Set(shapes.flatMap(measuresOf))],
        from: period.before.from,
        to: period.to,
        by: ['day'],
      },
      cut,
    ),
    readTallyAs(db, { ...asked, measures: stateMeasures(shapes), to: period.to }, cut),
  ])
  return seriesOf(cells, stocks, period.to)
}

/** Stocks are known as of the last day; those of earlier days follow by taking changes back. */
function seriesOf(cells: readonly TallyCell[], stocks: readonly TallyCell[], last: string): Series {
  const days = Map.groupBy(cells, keyOf)
  const sum = (kind: string, measure: string, { from, to }: Span) =>
    (days.get(`${kind}|${measure}`) ?? [])
      .filter(({ day }) => day !== null && day >= from && day <= to)
      .reduce((total, { n }) => total + n, 0)
  const final = new Map(stocks.map((cell) => [keyOf(cell), cell.n]))
  return {
    sum,
    stock: (kind, states, day) =>
      states
        .map((name) => `state:${name}`)
        .reduce(
          (total, measure) =>
            total +
            (final.get(`${kind}|${measure}`) ?? 0) -
            (day >= last ? 0 : sum(kind, measure, { from: addDays(day, 1), to: last })),
          0,
        ),
  }
}

function stateMeasures(shapes: readonly Shape[]): readonly string[] {
  return [
    ...new Set(
      shapes.flatMap(({ kind }) => Object.keys(kind.states).map((name) => `state:${name}`)),
    ),
  ]
}

function keyOf({ kind, measure }: TallyCell): string {
  return `${kind}|${measure}`
}
