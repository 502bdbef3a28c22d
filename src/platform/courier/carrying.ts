import type pg from 'pg'
import type { AskDeps } from '../asking/types.ts'

/** What the courier of a city works with while it has its turn. */
export type Carrying = {
  readonly deps: AskDeps
  /** The connection that holds the courier's turn: who lost it brings nothing more. */
  readonly client: pg.Client
  readonly city: number
  readonly signal: AbortSignal
}

export type Waiting = { readonly id: string; readonly record_id: string; readonly body: string }
