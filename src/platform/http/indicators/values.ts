import { periodAt, periodName } from '../../../kernel/period.ts'
import type { Day } from '../../../kernel/time.ts'
import type { HttpDeps } from '../deps.ts'
import type { IndicatorsAt } from './asked.ts'
import { trendsOf } from './figure-view.ts'
import { meaningOf } from './meaning.ts'

/** So that a line shows where a figure comes from without a page of its own. */
const points = 6

/** Every declared figure with its value in its own period that holds the day, and those before. */
export async function valuesOf(deps: HttpDeps, at: IndicatorsAt, to: Day) {
  const { indicators } = deps
  const trends = await trendsOf(deps, indicators, { ...at, to, points })
  return {
    area: { code: at.area.code, name: at.area.name, level: at.area.level },
    to,
    demo: at.state.demo,
    indicators: indicators.map((indicator, index) => {
      const trend = trends[index] ?? []
      const { period = 'month' } = indicator
      return {
        ...meaningOf(deps, indicator),
        periodName: periodName(period, to),
        from: periodAt(period, to).from,
        figure: trend.at(-1),
        trend: trend.map(({ label, value }) => ({ label, value })),
      }
    }),
  }
}
