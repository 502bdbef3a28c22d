import { asDrawn } from '../../../kernel/fair/drawn.ts'
import { type Line, measureOf, type Reading, type ScoreItem } from '../../../kernel/fair/score.ts'
import {
  type PublishedPlace,
  type Scored,
  scoredOf,
  type ScoredUnit,
  withPlace,
} from '../../../kernel/fair/scored.ts'
import { placeWords, whyText } from '../../../kernel/fair/words.ts'
import type { UnitReadings } from '../../../kernel/fair/written.ts'
import type { SheetColumn, SheetRow } from '../../exchange/sheet.ts'

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

type Told = {
  readonly unit: number
  readonly name: string
  readonly readings: Readonly<Record<string, Reading & { readonly terms: readonly unknown[] }>>
}

type View = { readonly units: readonly Told[]; readonly smallest: number }

type Shown = {
  readonly items: readonly ScoreItem[]
  readonly now: View
  /** The same without the cases that are left out on trial. */
  readonly less?: View | undefined
  /** What a round drew: it stands for what is counted today. */
  readonly drawn?: UnitReadings | undefined
  readonly smallest?: number | undefined
  /** The place of who sees its own result alone, as it was published. */
  readonly places?: PublishedPlace | undefined
}

/** Every unit with its points, their bounds and place, then line by line what they rest on, in the
 *  order in which the units were asked for and never by points. */
export function scoreRows(shown: Shown): readonly SheetRow[] {
  const { items, now, less, drawn, smallest, places } = shown
  const view = asDrawn(now, { drawn, items, smallest, less })
  const scored = withPlace(scoredOf(view, items), places)
  return scored.rows.flatMap((row) => [
    wholeRow(row, scored),
    ...row.score.lines.map((line) => lineRow(row.told.name, line, view.smallest)),
  ])
}

function wholeRow(row: ScoredUnit<Told>, scored: Scored<Told>): SheetRow {
  const { told, score } = row
  return {
    unit: told.name,
    item: '合计',
    points: score.points === undefined ? undefined : round(score.points),
    low: round(score.low),
    high: round(score.high),
    place: placeWords(row, scored),
    note: score.points === undefined ? '有评分项不计分，不列入位次' : undefined,
  }
}

function lineRow(unit: string, line: Line, smallest: number): SheetRow {
  const { item, reading, value, points, pointsLow, pointsHigh, why } = line
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
    note: why === undefined ? measure.basis : whyText(line, smallest),
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
