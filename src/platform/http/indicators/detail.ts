import type { Indicator } from '../../../kernel/indicator.ts'
import { readFigures } from '../../tallies/figures.ts'
import type { HttpDeps } from '../deps.ts'
import { type IndicatorsAt, periodIn, pointsAsked, type Query, spanAsked } from './asked.ts'
import { childrenOf, figureView, reaches, termsView, trendsOf } from './figure-view.ts'
import { meaningOf } from './meaning.ts'

export type Detail = Awaited<ReturnType<typeof detailOf>>

/** One declared figure, part by part: its value and what it is made of, and where asked for that of
 *  the areas right below and of the periods before. */
export async function detailOf(
  deps: HttpDeps,
  at: IndicatorsAt,
  { parts, query }: { readonly parts: readonly Indicator[]; readonly query: Query },
) {
  const { state, area, today } = at
  const { city, world, lists } = state
  const span = spanAsked(query, parts, today)
  const below = query['children'] === '1' ? childrenOf(at, span) : []
  const points = pointsAsked(query)
  const period = periodIn(query)
  const [figures, trends] = await Promise.all([
    readFigures(deps.db, parts, {
      city,
      world,
      lists,
      areas: [area.code, ...below.map(({ code }) => code)],
      spans: [span],
    }),
    points === 0
      ? []
      : trendsOf(deps, parts, { ...at, to: span.to, points, ...(period && { period }) }),
  ])
  return {
    id: parts[0]?.id ?? '',
    area: area.code,
    areaName: area.name,
    level: area.level,
    childLevel: below[0]?.level,
    today,
    demo: state.demo,
    ...span,
    figures: parts.map((part, index) => ({
      ...meaningOf(deps, part),
      ...figureView(figures, part, { area, span }),
      counts: termsView(figures, part, { area, span, today }),
      trend: trends[index],
      children: below
        .filter(({ level }) => reaches(part, level))
        .map((child) => ({
          code: child.code,
          name: child.name,
          ...figureView(figures, part, { area: child, span }),
        })),
    })),
  }
}
