import { type Kysely, type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Tables } from '../store/tables.ts'

const atOnce = 5_000

type Dropping = {
  readonly table: 'ask' | 'remark' | 'notice' | 'reading' | 'ballot' | 'session'
  readonly city: number
  readonly where: RawBuilder<SqlBool>
  readonly signal?: AbortSignal | undefined
}

/** Takes away old rows that hang on no record, a few at a time, so that no writer waits for long and
 *  the server ends no statement half-way. Gives how many went. */
export async function dropRows(
  db: Kysely<Tables>,
  { table, city, where, signal }: Dropping,
): Promise<number> {
  const from = sql.table(table)
  let gone = 0
  for (;;) {
    signal?.throwIfAborted()
    const { numAffectedRows: rows = 0n } = await sql`delete from ${from} where city = ${city}
      and ctid = any(array(select ctid from ${from} where city = ${city} and ${where} limit ${atOnce}))`.execute(
      db,
    )
    gone += Number(rows)
    if (rows < BigInt(atOnce)) return gone
  }
}
