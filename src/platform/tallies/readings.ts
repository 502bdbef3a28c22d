import type { Reading } from '../../kernel/fair/score.ts'
import {
  countTermsOf,
  type Figure,
  figureOf,
  type Indicator,
  isCover,
  ofCounts,
} from '../../kernel/indicator.ts'
import type { Span } from '../../kernel/period.ts'
import type { Day } from '../../kernel/time.ts'
import type { World } from '../../kernel/world.ts'
import type { Database } from '../store/database.ts'
import { type CountLevel, type Counts, type Need, readCounts } from './counted.ts'
import { type Figures, type Lists, readFigures } from './figures.ts'
import { expectedOf, hasMix, mixOf, needOf, readMixes } from './mixes.ts'
import { countLevel, isStock } from './needs.ts'
import { lessened, lessOf, type Removed } from './removed.ts'

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
  const [ownLeft, mixesLeft] = [lessened(own, removed), mixes && lessened(mixes, removed)]
  const { city: whole } = world.directory
  const mixOfCity = new Map(
    mixesLeft === undefined
      ? []
      : indicators
          .filter(hasMix)
          .map((one) => [one, mixOf(mixesLeft, one, { level: 'city', area: whole, span })]),
  )
  const expected = (indicator: Indicator, { level, area }: AreaAt) => {
    const mix = mixOfCity.get(indicator)
    return mix === undefined || mixesLeft === undefined || level === undefined
      ? undefined
      : expectedOf(mixesLeft, indicator, { mix, at: { level, area, span } })
  }
  return (indicator, body) =>
    'unit' in body
      ? ofUnit(ownLeft, indicator, { unit: body.unit, span })
      : ofArea({ figures, expected, asked }, indicator, {
          area: body.area,
          level: countLevel(world.directory, body.area),
        })
}

type AreaAt = { readonly area: number; readonly level: CountLevel | undefined }

type FromAreas = {
  readonly figures: Figures
  readonly expected: (indicator: Indicator, at: AreaAt) => number | undefined
  readonly asked: ReadingsAsked
}

function ofArea({ figures, expected, asked }: FromAreas, indicator: Indicator, at: AreaAt): Told {
  const { span, people, removed = [] } = asked
  const { area, level } = at
  // What was counted apart would point at people in a community.
  if (level === 'community' && indicator.by === 'month') return untold
  const figure = figureOf(indicator, (term) => {
    const count = figures.count(indicator, term, { area, span })
    if (isCover(term)) return count
    const stock = isStock(indicator, term.measure)
    return count - lessOf(removed, { ...term, level, area, span, stock })
  })
  const told = toldOf(figure)
  const population = people.get(area)
  const due = told.hidden ? undefined : expected(indicator, at)
  return {
    ...told,
    ...(population === undefined || told.hidden ? {} : { population }),
    ...(due === undefined ? {} : { expected: due }),
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
  return toldOf(
    figureOf(
      indicator,
      ofCounts((term) => {
        const stock = isStock(indicator, term.measure)
        return counts.count({ ...term, level: 'unit', area: unit, span, stock })
      }),
    ),
  )
}

function toldOf({ numerator, denominator }: Figure): Told {
  return numerator === undefined
    ? { numerator: 0, denominator, hidden: true }
    : { numerator, denominator }
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
