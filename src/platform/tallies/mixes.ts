import {
  type CountTerm,
  countTermsOf,
  type Indicator,
  isCover,
  ofCounts,
  sumOf,
} from '../../kernel/indicator.ts'
import { periodAt, type Span } from '../../kernel/period.ts'
import type { Day } from '../../kernel/time.ts'
import type { World } from '../../kernel/world.ts'
import type { Database } from '../store/database.ts'
import { monthOf } from '../store/rows.ts'
import { type Counts, type CountLevel, type Need, readCounts } from './counted.ts'
import { countLevel, isStock } from './needs.ts'

/** A rate of one kind that is told by its categories: other rates have no mix of their own. */
export function hasMix(indicator: Indicator): boolean {
  const { numerator, denominator } = indicator
  if (denominator.length === 0 || [...numerator, ...denominator].some(isCover)) return false
  return new Set(countTermsOf(indicator).map(({ kind }) => kind)).size === 1
}

export type MixesAsked = {
  readonly city: number
  readonly world: World
  readonly span: Span
  readonly today: Day
  readonly areas: readonly number[]
}

/** Categories of streets are counted by whole months: of other days no mix is known. */
export async function readMixes(
  db: Database,
  indicators: readonly Indicator[],
  { city, world, span, today, areas }: MixesAsked,
): Promise<Counts | undefined> {
  if (indicators.length === 0 || !isOfMonths(span, today)) return undefined
  const levels = Map.groupBy(areas, (area) => countLevel(world.directory, area))
  const places = [...levels].flatMap(([level, codes]) =>
    level === undefined || level === 'community' || level === 'city'
      ? []
      : [[level, codes] as const],
  )
  const whole = ['city', [world.directory.city]] as const
  const needs = indicators.flatMap((one) =>
    countTermsOf(one).flatMap((term) =>
      [...places, whole].flatMap(([level, codes]) => [
        needOf(one, term, [level, codes, true]),
        needOf(one, term, [level, codes]),
      ]),
    ),
  )
  return readCounts(db, city, { needs, window: { ...span, months: false } })
}

function isOfMonths({ from, to }: Span, today: Day): boolean {
  return from === monthOf(from) && (to >= today || to === periodAt('month', to).to)
}

/** The city's own counts of a rate: of each category, and of what has none. */
export type Mix = {
  readonly of: ReadonlyMap<string, Rate>
  readonly rest: Rate
}

type Rate = { readonly numerator: number; readonly denominator: number }

type Where = {
  readonly level: CountLevel
  readonly area: number
  readonly span: Span
  readonly value?: string
}

/** Undefined where the city tells no categories: then nothing is expected of anybody. */
export function mixOf(counts: Counts, indicator: Indicator, where: Where): Mix | undefined {
  const { numerator, denominator } = indicator
  const rateAt = (at: Where): Rate => ({
    numerator: countOf(counts, indicator, { terms: numerator, at }),
    denominator: countOf(counts, indicator, { terms: denominator, at }),
  })
  const rates = [...new Set(counts.values(where.level, where.area))].flatMap((value) => {
    const rate = rateAt({ ...where, value })
    return rate.denominator > 0 ? [[value, rate] as const] : []
  })
  if (rates.length === 0) return undefined
  return {
    of: new Map(rates),
    rest: rates.reduce(
      (left, [, rate]) => ({
        numerator: left.numerator - rate.numerator,
        denominator: left.denominator - rate.denominator,
      }),
      rateAt(where),
    ),
  }
}

/** Indirect standardisation: the city's rate of each category on what the area had of it. What has
 *  no category is one more. */
export function expectedOf(
  counts: Counts,
  indicator: Indicator,
  { mix, at }: { readonly mix: Mix; readonly at: Where },
): number {
  const own = (where: Where) =>
    countOf(counts, indicator, { terms: indicator.denominator, at: where })
  const due = (cases: number, { numerator, denominator }: Rate) =>
    denominator > 0 ? (numerator * cases) / denominator : 0
  let [expected, rest] = [0, own(at)]
  for (const [value, rate] of mix.of) {
    const cases = own({ ...at, value })
    expected += due(cases, rate)
    rest -= cases
  }
  return expected + due(rest, mix.rest)
}

function countOf(
  counts: Counts,
  indicator: Indicator,
  { terms, at }: { readonly terms: Indicator['numerator']; readonly at: Where },
): number {
  return sumOf(
    terms,
    ofCounts((term) => counts.count({ ...at, ...term, stock: isStock(indicator, term.measure) })),
  )
}

/** What must be counted for one term at a level, told by category or not. */
export function needOf(
  indicator: Indicator,
  { kind, measure }: CountTerm,
  [level, areas, values = false]: readonly [CountLevel, readonly number[], boolean?],
): Need {
  return { level, areas, kind, measure, stock: isStock(indicator, measure), values }
}
