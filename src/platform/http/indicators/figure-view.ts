import type { Area } from '../../../kernel/directory.ts'
import { existsAt, endOfDay } from '../../../kernel/cover.ts'
import { type Figure, type Indicator, isCover, type Term } from '../../../kernel/indicator.ts'
import { periodName, periodsUpTo, type Span } from '../../../kernel/period.ts'
import { type Figures, readFigures } from '../../tallies/figures.ts'
import type { HttpDeps } from '../deps.ts'
import type { IndicatorsAt } from './asked.ts'
import { type BehindAt, listBehind } from './lists-behind.ts'
import { levelNames } from './words.ts'

export type FigureView = Omit<Figure, 'value' | 'numerator'> & {
  readonly value?: number | undefined
  readonly numerator?: number | undefined
  /** Not told of areas this small. */
  readonly untold?: boolean
  /** Told only of areas of a higher level, which it is about. */
  readonly wider?: string
}

const order = ['city', 'district', 'street', 'community', 'grid'] as const

/** What is counted apart, and what is told by a list's values, would point at people in a community. */
export function isTold(indicator: Indicator, level: Area['level']): boolean {
  if (level !== 'community' && level !== 'grid') return true
  return indicator.by !== 'month' && !termsOf(indicator).some(isOfValues)
}

/** The figure of an area as it goes out: with its base, without what may not be told. */
export function figureView(
  figures: Figures,
  indicator: Indicator,
  { area, span }: { readonly area: Area; readonly span: Span },
): FigureView {
  if (!isTold(indicator, area.level)) return { denominator: 0, hidden: false, untold: true }
  const wider = widerThan(indicator, area.level)
  if (wider !== undefined) return { denominator: 0, hidden: false, wider: levelNames[wider] }
  return told(figures.figure(indicator, { area: area.code, span }))
}

/** How much each term adds, and which list stands behind it. */
export function termsView(figures: Figures, indicator: Indicator, at: BehindAt) {
  const { level } = at.area
  if (!isTold(indicator, level) || widerThan(indicator, level) !== undefined) return []
  const side = (terms: readonly Term[], name: 'n' | 'd') =>
    terms.map((term, index) => ({
      key: `${name}${index}`,
      count: figures.count(indicator, term, { area: at.area.code, span: at.span }),
      list: isCover(term) ? undefined : listBehind(indicator, term, at),
    }))
  return [...side(indicator.numerator, 'n'), ...side(indicator.denominator, 'd')]
}

/** The areas right below that were there on the last day, in the order of their codes. */
export function childrenOf({ state, area }: IndicatorsAt, { to }: Span): readonly Area[] {
  return (state.world.directory.children.get(area.code) ?? [])
    .filter((child) => child.level !== 'grid' && existsAt(child, endOfDay(to)))
    .toSorted((a, b) => a.code - b.code)
}

/** Whether a figure is told beside its likes one level down. Totals of what was promised to be
 *  counted together stay with the area that was promised. */
export function reaches(indicator: Indicator, level: Area['level']): boolean {
  const isPromised = indicator.by === 'month' || !isTold(indicator, level)
  return !isPromised && widerThan(indicator, level) === undefined
}

/** The lowest level of areas a figure is about, where that lies above: no street has districts. */
function widerThan(indicator: Indicator, level: Area['level']): Area['level'] | undefined {
  const levels = termsOf(indicator).flatMap((term) =>
    isCover(term) && 'areas' in term.covered.of ? [term.covered.of.areas] : [],
  )
  const lowest = levels.toSorted((a, b) => order.indexOf(b) - order.indexOf(a))[0]
  return lowest !== undefined && order.indexOf(lowest) < order.indexOf(level) ? lowest : undefined
}

/** Period by period, the oldest first; each figure by periods of its own length. */
export async function trendsOf(
  deps: Pick<HttpDeps, 'db'>,
  indicators: readonly Indicator[],
  asked: IndicatorsAt & { readonly to: string; readonly points: number; readonly period?: Period },
) {
  const { state, area, to, points } = asked
  const of = (one: Indicator) => asked.period ?? one.period ?? 'month'
  const spans = indicators.flatMap((one) => periodsUpTo(of(one), to, points))
  const { city, world, lists } = state
  const figures = await readFigures(deps.db, indicators, {
    city,
    world,
    lists,
    spans,
    areas: [area.code],
  })
  return indicators.map((one) =>
    periodsUpTo(of(one), to, points).map((span) => ({
      ...span,
      label: periodName(of(one), span.from),
      ...figureView(figures, one, { area, span }),
    })),
  )
}

type Period = NonNullable<Indicator['period']>

function told({ value, numerator, denominator, hidden }: Figure) {
  return { value, numerator, denominator, hidden }
}

function termsOf({ numerator, denominator }: Indicator): readonly Term[] {
  return [...numerator, ...denominator]
}

function isOfValues(term: Term): boolean {
  return isCover(term) && 'values' in term.covered.of
}
