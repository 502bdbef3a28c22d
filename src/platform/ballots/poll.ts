import type { Kysely } from 'kysely'
import type { BallotLine, BallotTotal } from '../../kernel/ballot.ts'
import type { Keys, Registry } from '../asking/types.ts'
import type { Database } from '../store/database.ts'
import { reached } from '../store/faults.ts'
import type { Tables } from '../store/tables.ts'
import type { PollKeys } from './poll-keys.ts'

/** What votes take from outside. */
export type BallotDeps = {
  readonly db: Database
  readonly registry: Registry
  readonly keys: Keys
  readonly ballotKeys: PollKeys
}

export type Poll = {
  readonly id: string
  readonly record: string
  readonly lines: readonly BallotLine[]
  readonly made: number
  readonly handed: number | undefined
  readonly cast: number | undefined
  readonly isClosed: boolean
  readonly totals: readonly BallotTotal[]
}

/** The poll of a record, if one was opened. */
export async function pollOf(
  read: Kysely<Tables>,
  { city, record, lock = false }: { city: number; record: string; lock?: boolean },
): Promise<Poll | undefined> {
  const query = read
    .selectFrom('ballot_poll')
    .selectAll()
    .where('city', '=', city)
    .where('record_id', '=', record)
  const row = await reached(() => (lock ? query.forUpdate() : query).executeTakeFirst())
  return (
    row && {
      id: row.id,
      record: row.record_id,
      lines: listIn<BallotLine>(row.lines),
      made: row.made,
      handed: row.handed ?? undefined,
      cast: row.cast ?? undefined,
      isClosed: row.closed_on !== null,
      totals: listIn<BallotTotal>(row.totals),
    }
  )
}

/** How many cast so far: all that is known of an open poll. */
export async function castSoFar(read: Kysely<Tables>, city: number, poll: string): Promise<number> {
  const row = await reached(() =>
    read
      .selectFrom('ballot_cast')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .where('city', '=', city)
      .where('poll', '=', poll)
      .executeTakeFirst(),
  )
  return Number(row?.n ?? 0)
}

/** The digest by which a slip is known; nobody without the platform's key can try codes on it. */
export function slipDigest(keys: Keys, code: string): Buffer {
  return keys.index(`ballot-slip|${code}`)
}

/** Names the place of a sealed ballot, so that it opens in no other poll. */
export function ballotPlace(poll: string): string {
  return `ballot:${poll}`
}

/** Written by us alone, as it is read. */
export function listIn<T>(value: unknown): readonly T[] {
  return Array.isArray(value) ? value : []
}
