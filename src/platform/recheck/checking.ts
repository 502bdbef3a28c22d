import type { Kysely } from 'kysely'
import type { AskDeps } from '../asking/types.ts'
import type { ArchivedLife } from '../archive/life.ts'
import type { Tables } from '../store/tables.ts'

export type RecheckDeps = Pick<AskDeps, 'db' | 'registry' | 'worldOf' | 'segment'> & {
  readonly keys: Pick<AskDeps['keys'], 'digest' | 'open' | 'openWords'>
}

/** What every check of a recheck is given: one snapshot of one city. */
export type Checking = RecheckDeps & {
  readonly city: number
  readonly read: Kysely<Tables>
  readonly repair: boolean
  /** Of a batch of records that were put away, their lives. */
  readonly away?: ReadonlyMap<string, ArchivedLife> | undefined
  readonly differs: (sentence: string) => void
}
