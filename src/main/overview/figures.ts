import { type Figure, type Indicator, isCover } from '../../kernel/indicator.ts'
import type { Place } from '../../kernel/directory.ts'
import { readIndicator } from '../../platform/tallies/indicator.ts'
import type { OverviewAt } from './at.ts'
import type { Span } from './period.ts'
import type { Series } from './series.ts'
import type { Measure, Shape } from './shapes.ts'

/** Below this a share says more about single cases than about the place. */
export const smallBase = 5

export type Count = Measure & {
  readonly value: number
  /** Of the days that are over, and of those they are compared with. */
  readonly whole: number
  readonly before: number
}

export type Share = {
  readonly id: string
  readonly part?: string | undefined
  readonly label: string
  readonly formula: string
  readonly unit: string
  readonly goal: Indicator['goal']
  readonly band?: Indicator['band']
  readonly basis: string
  readonly by: Indicator['by']
  /** The measure of the base, where it is one count of these very days. */
  readonly of?: string | undefined
  readonly value?: number | undefined
  readonly base: number
  /** The base is too small for a share to be told. */
  readonly small: boolean
  readonly before?: {
    readonly value?: number | undefined
    readonly base: number
    readonly small: boolean
  }
}

/** Every kind in one line: how many came, how many are open. */
export function kindLines({ shapes, period }: OverviewAt, series: Series) {
  return shapes.map((shape) => ({
    name: shape.kind.name,
    label: shape.kind.label,
    came: shape.volume === undefined ? undefined : countOf(shape, shape.volume, { series, period }),
    open: series.stock(shape.kind.name, shape.open, period.to),
  }))
}

/** What happened on these days, and what is true now of what began on them. */
export function counts({ shape, period }: OverviewAt, series: Series) {
  const count = (measure: Measure) => countOf(shape, measure, { series, period })
  return { flows: shape.flows.map(count), cohorts: shape.cohorts.map(count) }
}

function countOf(
  { kind }: Shape,
  measure: Measure,
  { series, period }: { series: Series; period: OverviewAt['period'] },
): Count {
  const sum = (span: Span) => series.sum(kind.name, measure.name, span)
  return { ...measure, value: sum(period), whole: sum(period.whole), before: sum(period.before) }
}

/** What stood at the end of the last day, in each state that anything stood in. */
export function stock({ shape, period }: OverviewAt, series: Series) {
  const { kind, open } = shape
  const stands = (states: readonly string[], day: string) => series.stock(kind.name, states, day)
  return {
    open: stands(open, period.to),
    before: stands(open, period.before.to),
    states: open
      .map((state) => ({
        state,
        label: kind.states[state]?.label ?? state,
        is: kind.states[state]?.is ?? 'working',
        count: stands([state], period.to),
      }))
      .filter(({ count }) => count !== 0),
  }
}

/** The declared figures of what is shown, for this area. */
export function shares(at: OverviewAt, place: Place): Promise<readonly Share[]> {
  const { db, state, indicators, period } = at
  // What is counted apart is not told of a community.
  const shown = indicators.filter(({ by }) => by !== 'month' || place.community === undefined)
  return Promise.all(
    shown.map(async (indicator) => {
      const asked = { city: state.city, place, world: state.world, cut: at.cut }
      const [now, before] = await Promise.all([
        readIndicator(db, indicator, { ...asked, from: period.from, to: period.to }),
        readIndicator(db, indicator, { ...asked, ...period.before }),
      ])
      return { ...meaning(indicator), ...told(indicator, now), before: told(indicator, before) }
    }),
  )
}

/** A share with its base; a small base is all that is told of it. */
export function told(indicator: Indicator, figure: Figure) {
  const { value, denominator, hidden } = figure
  const small =
    denominator > 0 && (hidden || denominator < Math.max(smallBase, indicator.smallest ?? 0))
  return { base: denominator, small, ...(small || value === undefined ? {} : { value }) }
}

function meaning(indicator: Indicator) {
  const { id, part, label, formula, unit, goal, band, basis, by } = indicator
  const [first, second] = indicator.denominator
  const isOne = by !== 'month' && second === undefined && first !== undefined && !isCover(first)
  const of = isOne ? first.measure : undefined
  return { id, part, label, formula, unit, goal, band, basis, by, of }
}
