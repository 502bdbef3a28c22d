import type pg from 'pg'
import type { Work } from './take-turn.ts'

/** A work of which one process at a time has the turn in a city. */
export type Working = {
  readonly work: Work
  readonly cities: () => readonly number[]
  readonly say: (line: string) => void
  /** What is said when it breaks off, before the reason. */
  readonly brokeOff: string
  /** The rest after a round, unless the round says how soon there is more to do. */
  readonly everyMs: () => number
  readonly round: (round: Round) => Promise<number | undefined>
}

/** One round of work in a city. */
export type Round = {
  readonly city: number
  /** The connection that holds the turn: what is done on it is undone when the turn is lost. Only a
   *  work that shares it with no other says anything there. */
  readonly client: pg.Client
  /** Ends the round early: the product stops, or the turn was lost. */
  readonly signal: AbortSignal
}
