import type { Post } from '../../kernel/actor.ts'
import type { Area, Directory } from '../../kernel/directory.ts'
import type { Indicator } from '../../kernel/indicator.ts'
import { startOfDay } from '../../kernel/time.ts'
import type { Database } from '../../platform/store/database.ts'
import type { CityState } from '../../platform/world/city-state.ts'
import type { Period } from './period.ts'
import type { Shape } from './shapes.ts'

/** Of what an overview is made. */
export type OverviewAt = {
  readonly db: Database
  readonly state: CityState
  readonly area: Area
  readonly post: Post
  readonly period: Period
  readonly today: string
  /** Whether the sentence sets it beside the same weeks before. */
  readonly compares: boolean
  readonly now: number
  /** The directory as whose areas are cut the past is counted; without it, by the codes of its time. */
  readonly cut?: Directory | undefined
  /** Every kind that counts, and the one that is shown in full. */
  readonly shapes: readonly Shape[]
  readonly shape: Shape
  readonly indicators: readonly Indicator[]
}

export type TallyLevel = 'city' | 'district' | 'street' | 'community'

/** A grid has no counts of its own. */
export function tallyLevel({ level }: Pick<Area, 'level'>): TallyLevel {
  return level === 'grid' ? 'community' : level
}

/** The areas right below, as they stand now, in the order of their codes. */
export function childrenOf({ state, area, now, cut, period }: OverviewAt): readonly Area[] {
  if (area.level === 'community' || area.level === 'grid') return []
  // By the codes of the time, what has ended since is shown with what it counted.
  const first = cut === undefined ? startOfDay(period.from) : now
  return (state.world.directory.children.get(area.code) ?? [])
    .filter(({ to }) => to === undefined || to > first)
    .toSorted((a, b) => a.code - b.code)
}
