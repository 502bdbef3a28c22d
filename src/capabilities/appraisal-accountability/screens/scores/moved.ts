import type { ScoreItem } from '../../../../kernel/fair/score.ts'
import { figureKey } from '../../../../kernel/figure-key.ts'
import type { ReadingsView } from './basis.ts'
import type { Drawn } from './view.ts'

/** Figures that say something else today than when they were drawn. */
export function movedSince(
  now: ReadingsView,
  drawn: Drawn | undefined,
  items: readonly ScoreItem[],
): number {
  if (drawn === undefined) return 0
  return now.units.reduce(
    (sum, { unit, readings }) =>
      sum +
      items.filter(({ id, indicator, part }) => {
        const was = drawn[String(unit)]?.[id]
        const is = readings[figureKey(indicator, part)]
        return (
          was !== undefined &&
          is !== undefined &&
          (was.numerator !== is.numerator || was.denominator !== is.denominator)
        )
      }).length,
    0,
  )
}
