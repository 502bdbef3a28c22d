import type { Covering, Held } from '../../../kernel/cover.ts'
import type { Area } from '../../../kernel/directory.ts'
import type { CountTerm, Indicator } from '../../../kernel/indicator.ts'
import type { Span } from '../../../kernel/period.ts'
import { isStock } from '../../tallies/needs.ts'
import type { IndicatorsAt } from './asked.ts'

/** A list of records, by the filters of its address. */
export type ListBehind = {
  readonly kind: string
  readonly filters: Readonly<Record<string, string>>
}

export type BehindAt = { readonly area: Area; readonly span: Span; readonly today: string }

/** The records that a count of a measure is made of; what was counted apart has none. */
export function listBehind(
  indicator: Indicator,
  { kind, measure }: Pick<CountTerm, 'kind' | 'measure'>,
  { area, span, today }: BehindAt,
): ListBehind | undefined {
  return listsOf(
    indicator,
    { kind, measures: [measure] },
    {
      where: { area: String(area.code) },
      span,
      today,
    },
  )[0]
}

/** The records that somebody has of what a cover wants: one list, or one for each measure. */
export function listsBehind(
  { area: asked, today }: IndicatorsAt,
  indicator: Indicator,
  { row, held, span }: { readonly row: Covering; readonly held: Held; readonly span: Span },
): readonly ListBehind[] {
  const { area, unit, value } = row
  const where = {
    ...(unit === undefined ? { area: String((area ?? asked).code) } : { unit: String(unit.id) }),
    ...(value === undefined ? {} : { category: value }),
  }
  // What is wanted everywhere below a unit is counted by its area, not by itself.
  const isBelow = held.of !== undefined && unit !== undefined
  const at = { where: isBelow ? { area: String(unit.area) } : where, span, today }
  return listsOf(indicator, held.having, at)
}

type Where = {
  readonly where: Readonly<Record<string, string>>
  readonly span: Span
  readonly today: string
}

/** Lists by any place: one for the states asked about, one for each measure. */
export function listsOf(
  indicator: Indicator,
  { kind, measures }: { readonly kind: string; readonly measures: readonly string[] },
  { where, span, today }: Where,
): readonly ListBehind[] {
  const named = (sort: string) => measures.filter((measure) => measure.startsWith(sort))
  const states = named('state:').map((measure) => measure.slice('state:'.length))
  const { from, to } = span
  const counters = measures.filter((measure) => !measure.includes(':'))
  return [
    ...(states.length === 0
      ? []
      : [
          {
            kind,
            filters: { ...where, state: states.join(','), ...(to === today ? {} : { at: to }) },
          },
        ]),
    ...counters.map((measure) => ({
      kind,
      filters: { ...where, measure, ...(isStock(indicator, measure) ? { to } : { from, to }) },
    })),
  ]
}
