import type { Reading } from '../../kernel/fair/score.ts'
import { countTermsOf, type Indicator, isCover } from '../../kernel/indicator.ts'
import type { Span } from '../../kernel/period.ts'
import type { Day } from '../../kernel/time.ts'
import type { World } from '../../kernel/world.ts'
import type { Database } from '../store/database.ts'
import { type Counts, type Need, readCounts } from './counted.ts'
import { type Figures, type Lists, readFigures } from './figures.ts'
import { expectedOf, hasMix, needOf, readMixes } from './mixes.ts'
import { countLevel, isStock } from './needs.ts'
import { lessened, type Removed, removedOf } from './removed.ts'

/** Whose figures are read: all that lies in an area, or what one unit is responsible for. */
export type Body = { readonly unit: number } | { readonly area: number }

export type ReadingsAsked = {
  readonly city: number
  readonly world: World
  readonly lists?: Lists | undefined
  readonly bodies: readonly Body[]
  readonly span: Span
  readonly today: Day
  /** Residents by area. */
  readonly people: ReadonlyMap<number, number>
  /** What is left out of all counts, as if it had never been counted. */
  readonly removed?: readonly Removed[] | undefined
}

/** What was counted for a body; `hidden` where the base is so small that nothing is told of it. */
export type Told = Reading & { readonly hidden?: true; readonly untold?: true }
export type Readings = (indicator: Indicator, body: Body) => Told

/**
 * Figures of many bodies at once, each with what it can be set against: the residents of its area,
 * and what would be expected of it at the whole city's rates for its own mix of categories.
 */
export async function readReadings(
  db: Database,
  indicators: readonly Indicator[],
  asked: ReadingsAsked,
): Promise<Readings> {
  const areas = asked.bodies.flatMap((body) => ('area' in body ? [body.area] : []))
  const units = asked.bodies.flatMap((body) => ('unit' in body ? [body.unit] : []))
  const { city, world, lists, span, removed = [] } = asked
  const [figures, own, mixes] = await Promise.all([
    readFigures(db, indicators, { city, world, lists, areas, spans: [span] }),
    readCounts(db, city, {
      needs: unitNeeds(indicators, units),
      window: { ...span, months: false },
    }),
    readMixes(db, indicators.filter(hasMix), { ...asked, areas }),
  ])
  return (indicator, body) =>
    'unit' in body
      ? ofUnit(lessened(own, removed), indicator, { unit: body.unit, span })
      : ofArea(figures, indicator, {
          area: body.area,
          asked,
          mixes: mixes && lessened(mixes, removed),
        })
}

type AreaAt = {
  readonly area: number
  readonly asked: ReadingsAsked
  readonly mixes: Counts | undefined
}

function ofArea(figures: Figures, indicator: Indicator, { area, asked, mixes }: AreaAt): Told {
  const { span, people, world } = asked
  const level = countLevel(world.directory, area)
  // What was counted apart would point at people in a community.
  if (level === 'community' && indicator.by === 'month') return untold
  const figure = figures.figure(indicator, { area, span })
  if (figure.hidden || figure.numerator === undefined)
    return { numerator: 0, denominator: figure.denominator, hidden: true }
  const left = (terms: Indicator['numerator']) =>
    removedOf(asked.removed ?? [], indicator, { terms, span, of: { area } })
  const numerator = figure.numerator - left(indicator.numerator)
  const denominator = figure.denominator - left(indicator.denominator)
  const population = people.get(area)
  const expected =
    mixes === undefined || level === undefined || !hasMix(indicator)
      ? undefined
      : expectedOf(mixes, indicator, { level, area, city: world.directory.city, span })
  return {
    numerator,
    denominator,
    ...(population === undefined ? {} : { population }),
    ...(expected === undefined ? {} : { expected }),
  }
}

/** What a unit is responsible for is counted under it; what areas have, or was counted apart from
 *  units, is not. */
function ofUnit(
  counts: Counts,
  indicator: Indicator,
  { unit, span }: { readonly unit: number; readonly span: Span },
): Told {
  if (!isOfUnits(indicator)) return untold
  const sum = (terms: Indicator['numerator']) =>
    terms.reduce(
      (total, term) =>
        isCover(term)
          ? total
          : total +
            term.weight *
              counts.count({
                level: 'unit',
                area: unit,
                ...term,
                span,
                stock: isStock(indicator, term.measure),
              }),
      0,
    )
  const [numerator, denominator] = [sum(indicator.numerator), sum(indicator.denominator)]
  const isSmall = denominator > 0 && denominator < (indicator.smallest ?? 0)
  return isSmall ? { numerator: 0, denominator, hidden: true } : { numerator, denominator }
}

const untold: Told = { numerator: 0, denominator: 0, untold: true }

function isOfUnits(indicator: Indicator): boolean {
  return (
    indicator.by !== 'month' && ![...indicator.numerator, ...indicator.denominator].some(isCover)
  )
}

function unitNeeds(indicators: readonly Indicator[], units: readonly number[]): readonly Need[] {
  if (units.length === 0) return []
  return indicators
    .filter(isOfUnits)
    .flatMap((one) => countTermsOf(one).map((term) => needOf(one, term, ['unit', units])))
}
