import { figureOf, ofCounts } from '../../../kernel/indicator.ts'
import { siteIndicators } from './indicators.ts'

/** What the number of sites says of one site that stands in a state. */
export function stockOf(state: string): number | undefined {
  const [indicator] = siteIndicators
  if (indicator === undefined) return undefined
  return figureOf(
    indicator,
    ofCounts(({ measure }) => (measure === `state:${state}` ? 1 : 0)),
  ).value
}
