import type { ScoreItem } from '../../../../kernel/fair/score.ts'
import type { PublishedPlace } from '../../../../kernel/fair/scored.ts'
import type { UnitReadings } from '../../../../kernel/fair/written.ts'

/** What `/api/scores` tells: what can be looked at, and what was chosen of it. */
export type ScoresView = {
  readonly today: string
  readonly choices: readonly Choice[]
  readonly chosen?: Chosen
  readonly requests: readonly Request[]
}

export type Choice = {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly number: string
  readonly state: string
  readonly stateLabel: string
  readonly is: 'working' | 'resting' | 'end'
}

/** A round over its days and units, one unit's own result, or a sheet that is tried out. */
export type Chosen = Choice & {
  readonly items: readonly ScoreItem[]
  readonly units: readonly number[]
  readonly from?: string
  readonly to?: string
  readonly subjects?: string
  readonly sheet?: string
  readonly name?: string
  readonly smallest?: number
  /** The figures as they were drawn, by unit and item. */
  readonly drawn?: Drawn
  readonly drawnAt?: number
  /** The place of who sees its own result alone. */
  readonly places?: PublishedPlace
  readonly results: readonly Result[]
}

export type Drawn = UnitReadings

/** What was told to a unit, which it may have looked at again. */
export type Result = Choice & {
  readonly unit: number
  readonly pointsBefore?: number
  readonly pointsAfter?: number
}

/** That a case is left out of the figures; decided, with the rate before and after. */
export type Request = Choice & {
  readonly unit: number
  readonly unitName: string
  readonly ground: string
  /** Whoever looks may see the case itself, and so may try the figures without it. */
  readonly mayTry: boolean
  /** The days in whose figures the case is. */
  readonly from: string
  readonly to: string
  /** In per cent, as the decision kept them. */
  readonly rates: readonly {
    readonly label: string
    readonly before: number
    readonly after: number
  }[]
}
