import { placesOf, type Places } from '../../../kernel/fair/places.ts'
import {
  type Line,
  type Reading,
  measureOf,
  type Score,
  type ScoreItem,
  scoreOf,
} from '../../../kernel/fair/score.ts'
import { without } from '../../../kernel/fair/without.ts'
import type { UnitReadings } from '../../../kernel/fair/written.ts'
import type { SheetColumn, SheetRow } from '../../exchange/sheet.ts'
import type { ReadingsView } from './readings-view.ts'

export const scoreColumns: readonly SheetColumn[] = [
  { key: 'unit', label: '单位', width: 24 },
  { key: 'item', label: '评分项', width: 28 },
  { key: 'points', label: '得分', width: 10 },
  { key: 'low', label: '区间下限', width: 10 },
  { key: 'high', label: '区间上限', width: 10 },
  { key: 'place', label: '位次', width: 14 },
  { key: 'value', label: '数值', width: 12 },
  { key: 'measure', label: '计量', width: 16 },
  { key: 'numerator', label: '分子', width: 10 },
  { key: 'denominator', label: '分母', width: 10 },
  { key: 'population', label: '常住人口', width: 12 },
  { key: 'expected', label: '应有分子', width: 12 },
  { key: 'note', label: '说明', width: 48 },
]

type Shown = {
  readonly items: readonly ScoreItem[]
  readonly now: ReadingsView
  /** The same without the cases that are left out on trial. */
  readonly left: ReadingsView
  /** What a round drew: it stands for what is counted today. */
  readonly drawn?: UnitReadings | undefined
  readonly smallest?: number | undefined
}

/** Every unit with its points, their bounds and place, then line by line what they rest on, in the
 *  order in which the units were asked for and never by points. */
export function scoreRows(shown: Shown): readonly SheetRow[] {
  const { items, left, smallest = left.smallest } = shown
  const scores = left.units.map(({ unit }, at) =>
    scoreOf({ unit, items, readings: readingsAt(shown, at), smallest }),
  )
  const places = placesOf(scores)
  return scores.flatMap((score, at) => {
    const name = left.units[at]?.name ?? ''
    return [wholeRow(name, score, places), ...score.lines.map((line) => lineRow(name, line))]
  })
}

function readingsAt({ items, now, left, drawn }: Shown, at: number) {
  const [is, lesser] = [now.units[at], left.units[at]]
  const own = drawn?.[String(is?.unit)]
  return Object.fromEntries(
    items.flatMap(({ id, indicator, part }): (readonly [string, Reading])[] => {
      const key = part === undefined ? indicator : `${indicator}#${part}`
      const [today, less] = [is?.readings[key], lesser?.readings[key]]
      const was = own?.[id]
      if (today === undefined || less === undefined) return []
      if (drawn === undefined) return [[id, less]]
      if (was === undefined) return []
      return [[id, without(was, today, less)]]
    }),
  )
}

function wholeRow(unit: string, score: Score, places: readonly Places[]): SheetRow {
  const place = places.find((one) => one.unit === score.unit)
  return {
    unit,
    item: '合计',
    points: score.points === undefined ? undefined : round(score.points),
    low: round(score.low),
    high: round(score.high),
    place: placeText(place, places.length),
    note: score.points === undefined ? '有评分项不计分，不列入位次' : undefined,
  }
}

/** '第 2–4 位'; nothing is said of an order that the bounds do not bear out. */
function placeText(place: Places | undefined, of: number): string {
  if (place === undefined) return '不列入'
  if (place.from === place.to) return `第 ${place.from} 位`
  return place.from === 1 && place.to === of ? '不分先后' : `第 ${place.from}–${place.to} 位`
}

function lineRow(
  unit: string,
  { item, reading, value, points, pointsLow, pointsHigh, why }: Line,
): SheetRow {
  const measure = measureOf(item)
  return {
    unit,
    item: `${item.label}（${item.points} 分）`,
    points: points === undefined ? undefined : round(points),
    low: round(pointsLow),
    high: round(pointsHigh),
    value: value === undefined ? undefined : Math.round(value * 10_000) / 10_000,
    measure: measure.unit,
    ...('hidden' in reading ? {} : { numerator: reading.numerator }),
    denominator: reading.denominator === 0 ? undefined : reading.denominator,
    population: reading.population,
    expected: reading.expected === undefined ? undefined : round(reading.expected),
    note:
      why === undefined
        ? measure.basis
        : why === 'tooFew'
          ? '基数太小，不计分'
          : '没有可比的基数，不计分',
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
