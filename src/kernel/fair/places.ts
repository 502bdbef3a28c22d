import type { Score } from './score.ts'

/** The places a unit may hold, counted from 1 among the units that have points. */
export type Places = { readonly unit: number; readonly from: number; readonly to: number }

/**
 * Where each unit surely stands: behind those whose whole interval lies above its own, before those
 * whose interval lies below. Units whose intervals meet share places, so no order is told that the
 * counts do not bear out. Units without points have no place and are not counted among the others.
 */
export function placesOf(scores: readonly Score[]): readonly Places[] {
  const placed = scores.filter(({ points }) => points !== undefined)
  return placed.map(({ unit, low, high }) => {
    const better = placed.filter((other) => other.low > high).length
    const worse = placed.filter((other) => other.high < low).length
    return { unit, from: 1 + better, to: placed.length - worse }
  })
}
