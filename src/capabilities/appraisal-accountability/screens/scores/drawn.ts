import type { Reading, ScoreItem } from '../../../../kernel/fair/score.ts'
import { without } from '../../../../kernel/fair/without.ts'
import { figureKey, type ReadingsView, type ToldReading, type UnitReadings } from './basis.ts'
import type { Drawn } from './view.ts'

/**
 * Readings as a round drew them, beside the lists and residents of today: what was published stands
 * until it is corrected. A trial that leaves cases out takes from it what goes with them.
 */
export function asDrawn(
  now: ReadingsView,
  {
    drawn,
    items,
    smallest = now.smallest,
    less: lesser,
  }: {
    readonly drawn: Drawn | undefined
    readonly items: readonly ScoreItem[]
    readonly smallest?: number | undefined
    /** The same without the cases that are left out on trial. */
    readonly less?: ReadingsView | undefined
  },
): ReadingsView {
  if (drawn === undefined) return lesser ?? now
  const left = new Map(lesser?.units.map((one) => [one.unit, one]))
  return {
    ...now,
    smallest,
    units: now.units.map((told) => ({
      ...told,
      readings: {
        ...told.readings,
        ...ofUnit(told, { own: drawn[String(told.unit)] ?? {}, items, left: left.get(told.unit) }),
      },
    })),
  }
}

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
      items.filter((item) => {
        const was = drawn[String(unit)]?.[item.id]
        const is = readings[figureKey(item)]
        return (
          was !== undefined &&
          is !== undefined &&
          (was.numerator !== is.numerator || was.denominator !== is.denominator)
        )
      }).length,
    0,
  )
}

type Of = {
  readonly own: Readonly<Record<string, Reading>>
  readonly items: readonly ScoreItem[]
  readonly left: UnitReadings | undefined
}

function ofUnit(told: UnitReadings, { own, items, left }: Of) {
  return Object.fromEntries(
    items.flatMap((item): (readonly [string, ToldReading])[] => {
      const key = figureKey(item)
      const was = own[item.id]
      const is = told.readings[key]
      if (was === undefined || is === undefined) return []
      const { terms } = is
      const less = left?.readings[key]
      return [[key, { ...(less === undefined ? was : without(was, is, less)), terms }]]
    }),
  )
}
