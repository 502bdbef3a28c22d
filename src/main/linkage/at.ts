import type { Area, Level } from '../../kernel/directory.ts'
import type { Kind } from '../../kernel/kind.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Database } from '../../platform/store/database.ts'
import type { CityState } from '../../platform/world/city-state.ts'

export type LinkageAt = {
  readonly db: Database
  readonly kinds: ReadonlyMap<string, Kind>
  readonly state: CityState
  readonly area: Area
  readonly now: Instant
}

export const levels = ['city', 'district', 'street', 'community'] as const

/** The column by which records of an area and below are found; the whole city needs none. */
export function columnOf(level: Level): 'district' | 'street' | 'community' | undefined {
  return level === 'district' || level === 'street' || level === 'community' ? level : undefined
}
