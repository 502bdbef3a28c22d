import type { AskDeps } from '../asking/types.ts'

/** What the courier of a city works with while it has its turn. */
export type Carrying = {
  readonly deps: AskDeps
  readonly city: number
  /** Told when the turn is lost: nothing more is brought. */
  readonly signal: AbortSignal
}

export type Waiting = { readonly id: string; readonly record_id: string; readonly body: string }
