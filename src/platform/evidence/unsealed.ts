import { sql } from 'kysely'
import type { Database } from '../store/database.ts'

/** How long an event may wait for its seal before that is trouble. */
export const waitsAtMostMs = 5_000

/** For how long the first event of a city's queue has waited to be sealed; 0 when none waits. */
export async function unsealedFor(db: Pick<Database, 'read'>, city: number): Promise<number> {
  const { rows } = await sql<{ ms: number }>`
    select (extract(epoch from now() - at) * 1000)::int as ms from sealing where city = ${city} limit 1`.execute(
    db.read,
  )
  return Math.max(0, rows[0]?.ms ?? 0)
}
