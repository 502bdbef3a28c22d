import { endOfDay } from '../cover.ts'
import type { Value } from '../field.ts'
import type { Day } from '../time.ts'
import { parameterAt, type World } from '../world.ts'

export const usualSmallest = 30
/** Below it figures are not even told, so nothing can be made of them. */
export const leastSmallest = 5

/** Bases below it give no points on a day, whether something is tried or published. */
export function smallestBase(world: World, day: Day): number {
  return smallestOf(parameterAt(world, 'score.smallest', endOfDay(day))?.value)
}

/** The same of what a city set or a record kept. */
export function smallestOf(value: Value | undefined): number {
  return Math.max(typeof value === 'number' ? value : usualSmallest, leastSmallest)
}
