import { areaName } from '../../kernel/directory.ts'
import { figureOf, type Indicator, ofCounts } from '../../kernel/indicator.ts'
import { readTallyAs } from '../../platform/tallies/as-now.ts'
import type { TallyCell } from '../../platform/tallies/read.ts'
import { childrenOf, type OverviewAt, tallyLevel } from './at.ts'
import { told } from './figures.ts'
import type { Span } from './period.ts'
import type { Series } from './series.ts'

export type Child = {
  readonly code: number
  readonly name: string
  readonly came: number
  /** Of the days that are over, and of those they are compared with. */
  readonly whole: number
  readonly before: number
  readonly open: number
  /** Ran late on these days. */
  readonly late: number
  /** How much of what began here on these days ever ran late. */
  readonly base: number
  readonly everLate: number
  readonly shares: readonly {
    readonly id: string
    readonly part?: string | undefined
    readonly value?: number
    readonly base: number
    readonly small: boolean
  }[]
}

/** The areas right below side by side, in the order of their codes: shown, never ranked. Figures
 *  counted apart by whole months stay with the area they were promised for. */
export async function children(at: OverviewAt): Promise<readonly Child[]> {
  const below = childrenOf(at)
  const [first] = below
  if (first === undefined) return []
  const { shape, period } = at
  const indicators = at.indicators.filter(({ by }) => by !== 'month')
  const read = (span: { from?: string; to: string }, measures: readonly string[]) =>
    readTallyAs(
      at.db,
      {
        city: at.state.city,
        level: tallyLevel(first),
        areas: below.map(({ code }) => code),
        kinds: [shape.kind.name],
        measures,
        ...span,
        by: ['area'],
      },
      at.cut,
    ).then(byArea)
  const volume = [shape.volume, shape.base].flatMap((one) => (one === undefined ? [] : [one.name]))
  const counters = Object.keys(shape.kind.counters ?? {})
  const [now, whole, before, stocks] = await Promise.all([
    read({ from: period.from, to: period.to }, counters),
    read(period.whole, volume),
    read(period.before, volume),
    read(
      { to: period.to },
      shape.open.map((state) => `state:${state}`),
    ),
  ])
  const came = shape.volume?.name ?? shape.base?.name ?? ''
  const { directory } = at.state.world
  return below.map(({ code }) => ({
    code,
    name: areaName(directory, code),
    came: now(code, came),
    whole: whole(code, came),
    before: before(code, came),
    open: stocks(code),
    late: now(code, shape.late?.name ?? ''),
    base: now(code, shape.base?.name ?? came),
    everLate: now(code, shape.everLate?.name ?? ''),
    shares: indicators.map((one) => share(one, (measure) => now(code, measure))),
  }))
}

/** What lies in the area but in none of those below. */
export function remainder(
  { shape, period }: OverviewAt,
  series: Series,
  below: readonly Child[],
): { readonly came: number; readonly open: number } | undefined {
  if (below.length === 0) return undefined
  const all = (of: (child: Child) => number) => below.reduce((sum, child) => sum + of(child), 0)
  const volume = shape.volume?.name ?? shape.base?.name ?? ''
  const span: Span = period
  const came = series.sum(shape.kind.name, volume, span) - all((child) => child.came)
  const open = series.stock(shape.kind.name, shape.open, period.to) - all((child) => child.open)
  return came === 0 && open === 0 ? undefined : { came, open }
}

function share(indicator: Indicator, count: (measure: string) => number) {
  const { id, part } = indicator
  return {
    id,
    part,
    ...told(
      indicator,
      figureOf(
        indicator,
        ofCounts(({ measure }) => count(measure)),
      ),
    ),
  }
}

type Counted = (area: number, measure?: string) => number

function byArea(cells: readonly TallyCell[]): Counted {
  const areas = Map.groupBy(cells, ({ area }) => area)
  return (area, measure) =>
    (areas.get(area) ?? [])
      .filter((cell) => measure === undefined || cell.measure === measure)
      .reduce((sum, { n }) => sum + n, 0)
}
