import { type Interval, intervalOfCount, intervalOfRate, scaled } from './interval.ts'

/** One line of a scoring sheet. `full` and `zero` are in the unit of measure of its adjustment
 *  (`measureOf`): a rate as a share (0.9), cases per ten thousand residents, or a ratio to what was to
 *  be expected (1 = as the whole city does). `full` below `zero` where less is better. */
export type ScoreItem = {
  readonly id: string
  readonly label: string
  readonly indicator: string
  readonly part?: string
  /** The most points it gives. */
  readonly points: number
  readonly full: number
  readonly zero: number
  readonly adjust: 'none' | 'population' | 'difficulty'
}

/** What was counted for a unit, in cases; `population` in residents; `expected` is what the numerator
 *  would be at the whole city's rates for this unit's mix of categories (indirect standardisation). */
export type Reading = {
  readonly numerator: number
  readonly denominator: number
  readonly population?: number
  readonly expected?: number
}

/** Of a base so small that the numerator is not told: it is not known, and it is not none. */
type HiddenReading = Reading & { readonly hidden: true }

/** `value`, `low` and `high` are in the item's unit of measure, the rest in points. */
export type Line = {
  readonly item: ScoreItem
  readonly reading: Reading
  readonly value: number | undefined
  readonly low: number
  readonly high: number
  readonly points: number | undefined
  readonly pointsLow: number
  readonly pointsHigh: number
  /** Why there are no points: the base is under the smallest, or there is none. */
  readonly why?: 'tooFew' | 'noBase'
}

/** Points of a unit; without points it has no place. */
export type Score = {
  readonly unit: number
  readonly lines: readonly Line[]
  readonly points: number | undefined
  readonly low: number
  readonly high: number
}

/** In what a line is measured and what that rests on: words for headings and help. */
export type Measure = { readonly unit: string; readonly basis: string }

const measures: Readonly<Record<ScoreItem['adjust'], Measure>> = {
  none: { unit: '比率', basis: '分子 ÷ 分母；95% 威尔逊区间' },
  population: { unit: '每万人件数', basis: '分子 ÷ 常住人口 × 10000；95% 计数区间' },
  difficulty: {
    unit: '与应有水平之比',
    basis: '实际分子 ÷ 按全市各类别水平和本单位类别结构算出的应有分子；1 为与全市相当',
  },
}

/** Points are told per so many residents. */
const perResidents = 10_000

/**
 * A unit's score in points: each line's value on the straight line from `zero` (no points) to `full`
 * (all points), with the points its 95 % interval allows. A base under `smallest` cases (or residents)
 * gives no points, and a sum that would leave a line out is not told. The bounds of the sum add up the
 * lines' bounds, because lines often rest on the same cases.
 */
export function scoreOf({
  unit,
  items,
  readings,
  smallest,
}: {
  readonly unit: number
  readonly items: readonly ScoreItem[]
  readonly readings: Readonly<Record<string, Reading>>
  readonly smallest: number
}): Score {
  const lines = items.map((item) => lineOf(item, readings[item.id] ?? nothing, smallest))
  const sum = (of: (line: Line) => number) => lines.reduce((total, line) => total + of(line), 0)
  const whole = lines.length > 0 && lines.every(({ points }) => points !== undefined)
  return {
    unit,
    lines,
    points: whole ? sum(({ points }) => points ?? 0) : undefined,
    low: sum(({ pointsLow }) => pointsLow),
    high: sum(({ pointsHigh }) => pointsHigh),
  }
}

export function isHidden(reading: Reading): reading is HiddenReading {
  return 'hidden' in reading && reading.hidden === true
}

/** In what an item's value, `full` and `zero` are measured. */
export function measureOf({ adjust }: Pick<ScoreItem, 'adjust'>): Measure {
  return measures[adjust]
}

const nothing: Reading = { numerator: 0, denominator: 0 }

function lineOf(item: ScoreItem, reading: Reading, smallest: number): Line {
  if (isHidden(reading)) return without(item, reading, 'tooFew')
  const base = baseOf(item, reading)
  if (base === undefined || !(base > 0)) return without(item, reading, 'noBase')
  if (base < smallest) return without(item, reading, 'tooFew')
  const { value, low, high } = measured(item, reading)
  const [one, other] = [pointsAt(item, low), pointsAt(item, high)]
  return {
    item,
    reading,
    value,
    low,
    high,
    points: pointsAt(item, value),
    pointsLow: Math.min(one, other),
    pointsHigh: Math.max(one, other),
  }
}

/** Cases or residents on which the value rests. A count says nothing of a unit by itself: it grows
 *  with the unit's size, so it has a base only by population or by what was to be expected. */
function baseOf({ adjust }: ScoreItem, reading: Reading): number | undefined {
  const { denominator, population, expected } = reading
  if (adjust === 'none') return denominator
  if (adjust === 'population') return population
  if (expected === undefined || expected <= 0) return undefined
  return denominator > 0 ? denominator : expected
}

function measured({ adjust }: ScoreItem, reading: Reading): Interval & { readonly value: number } {
  const { numerator, denominator, population = 0, expected = 0 } = reading
  if (adjust === 'population') {
    const factor = perResidents / population
    return { value: numerator * factor, ...scaled(intervalOfCount(numerator), factor) }
  }
  if (adjust === 'none')
    return { value: numerator / denominator, ...intervalOfRate(numerator, denominator) }
  const bounds =
    denominator > 0
      ? scaled(intervalOfRate(numerator, denominator), denominator)
      : intervalOfCount(numerator)
  return { value: numerator / expected, ...scaled(bounds, 1 / expected) }
}

/** From zero points at `zero` to all of them at `full`, never outside. */
function pointsAt({ points, full, zero }: ScoreItem, value: number): number {
  if (full === zero) return value >= full ? points : 0
  const way = (value - zero) / (full - zero)
  return points * Math.min(1, Math.max(0, way))
}

/** No value is told, since it would say what single people answered: anything between none and all
 *  of the points stays possible. */
function without(item: ScoreItem, reading: Reading, why: 'tooFew' | 'noBase'): Line {
  const { full, zero, points } = item
  return {
    item,
    reading,
    value: undefined,
    low: Math.min(full, zero),
    high: Math.max(full, zero),
    points: undefined,
    pointsLow: 0,
    pointsHigh: points,
    why,
  }
}
