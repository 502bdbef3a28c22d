import { type Kysely, sql } from 'kysely'
import type { Instant } from '../../kernel/time.ts'
import type { Tables } from '../store/tables.ts'
import { moment } from '../world/sql-moment.ts'

const atOnce = 5_000

type Dropping = {
  readonly city: number
  readonly before: Instant
  readonly signal?: AbortSignal | undefined
}

/**
 * Takes away the answers that asks got: they are kept for whoever sends the same again, which nobody
 * does after weeks. A few at a time, so that no writer waits for long. Gives how many went.
 */
export async function dropAnswers(
  db: Kysely<Tables>,
  { city, before, signal }: Dropping,
): Promise<number> {
  let gone = 0
  for (;;) {
    signal?.throwIfAborted()
    const { numAffectedRows: rows = 0n } = await sql`delete from ask where city = ${city}
      and id = any(array(select id from ask where city = ${city} and at < ${moment(before)} limit ${atOnce}))`.execute(
      db,
    )
    gone += Number(rows)
    if (rows < BigInt(atOnce)) return gone
  }
}
