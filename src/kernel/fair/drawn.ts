import { figureKey } from '../figure-key.ts'
import type { Reading, ScoreItem } from './score.ts'
import { without } from './without.ts'
import type { UnitReadings } from './written.ts'

type Told = {
  readonly unit: number
  /** By figure, each with the lists that are behind it. */
  readonly readings: Readonly<Record<string, Reading & { readonly terms: readonly unknown[] }>>
}

/**
 * Readings as a round drew them, beside the lists and residents of today: what was published stands
 * until it is corrected, and what was not drawn is not told. A trial that leaves cases out takes
 * from it what goes with them.
 */
export function asDrawn<
  View extends { readonly units: readonly Told[]; readonly smallest: number },
>(
  now: View,
  {
    drawn,
    items,
    smallest = now.smallest,
    less: lesser,
  }: {
    readonly drawn: UnitReadings | undefined
    readonly items: readonly ScoreItem[]
    readonly smallest?: number | undefined
    /** The same without the cases that are left out on trial. */
    readonly less?: View | undefined
  },
): View {
  if (drawn === undefined) return lesser ?? now
  const left = new Map(lesser?.units.map((one) => [one.unit, one]))
  return {
    ...now,
    smallest,
    units: now.units.map((told) => ({
      ...told,
      readings: ofUnit(told, {
        own: drawn[String(told.unit)] ?? {},
        items,
        left: left.get(told.unit),
      }),
    })),
  }
}

type Of = {
  readonly own: Readonly<Record<string, Reading>>
  readonly items: readonly ScoreItem[]
  readonly left: Told | undefined
}

function ofUnit(told: Told, { own, items, left }: Of): Told['readings'] {
  return Object.fromEntries(
    items.flatMap(({ id, indicator, part }) => {
      const key = figureKey(indicator, part)
      const [was, is, less] = [own[id], told.readings[key], left?.readings[key]]
      if (was === undefined || is === undefined) return []
      const reading = less === undefined ? was : without(was, is, less)
      return [[key, { ...reading, terms: is.terms }] as const]
    }),
  )
}
