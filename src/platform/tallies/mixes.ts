import { type CountTerm, countTermsOf, type Indicator, isCover } from '../../kernel/indicator.ts'
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

type MixAt = {
  readonly level: CountLevel
  readonly area: number
  readonly city: number
  readonly span: Span
}

/** Indirect standardisation: the city's rate of each category on what the area had of it. What has
 *  no category is one more. Where the city tells no categories nothing is expected. */
export function expectedOf(counts: Counts, indicator: Indicator, at: MixAt): number | undefined {
  const { level, area, city, span } = at
  const sum = (terms: Indicator['numerator'], where: Where) =>
    terms.reduce(
      (total, term) =>
        isCover(term)
          ? total
          : total +
            term.weight *
              counts.count({ ...where, ...term, span, stock: isStock(indicator, term.measure) }),
      0,
    )
  const { numerator, denominator } = indicator
  const whole: Where = { level: 'city', area: city }
  const own: Where = { level, area }
  const values = [...new Set(counts.values('city', city))].filter(
    (value) => sum(denominator, { ...whole, value }) > 0,
  )
  if (values.length === 0) return undefined
  const rest = (terms: Indicator['numerator'], where: Where) =>
    values.reduce((left, value) => left - sum(terms, { ...where, value }), sum(terms, where))
  const share = (of: number, cases: number, base: number) => (base > 0 ? (of * cases) / base : 0)
  return values.reduce(
    (total, value) =>
      total +
      share(
        sum(denominator, { ...own, value }),
        sum(numerator, { ...whole, value }),
        sum(denominator, { ...whole, value }),
      ),
    share(rest(denominator, own), rest(numerator, whole), rest(denominator, whole)),
  )
}

type Where = { readonly level: CountLevel; readonly area: number; readonly value?: string }

/** What must be counted for one term at a level, told by category or not. */
export function needOf(
  indicator: Indicator,
  { kind, measure }: CountTerm,
  [level, areas, values = false]: readonly [CountLevel, readonly number[], boolean?],
): Need {
  return { level, areas, kind, measure, stock: isStock(indicator, measure), values }
}
