import type pg from 'pg'
import type { Keys } from '../../asking/types.ts'

export type Counted = {
  records: number
  events: number
  seals: number
  days: number
  /** Committed and not sealed yet. */
  waiting: number
  /** Texts and contacts held against their digests. */
  words: number
  security: number
  files: number
}

/** What every part of a verification is given: one snapshot of one city, read only. */
export type Verifying = {
  readonly client: pg.Client
  readonly city: number
  /** Without keys, words and contacts are looked for but not held against their digests. */
  readonly keys: Pick<Keys, 'digest' | 'open' | 'index' | 'openWords'> | undefined
  readonly count: Counted
  readonly found: (sentence: string) => void
  readonly progress: (what: string, done: number) => void
}
