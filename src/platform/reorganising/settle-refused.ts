import { sql } from 'kysely'
import type { AskDeps } from '../asking/types.ts'
import { dispatcherFor } from '../clockwork/parking.ts'
import { reached } from '../store/faults.ts'
import { loadRecords } from '../store/load.ts'

/** Hands refused effects, whose to-dos follow from no record, to whoever looks after them now. */
export async function handRefusedOn(
  { db, worldOf }: Pick<AskDeps, 'db' | 'worldOf'>,
  city: number,
  ended: readonly number[],
): Promise<void> {
  const world = worldOf(city)
  const todos = await reached(() =>
    sql<{ record_id: string }>`select record_id from todo where city = ${city}
      and unit = any(${[...ended]}::int[]) and command = 'effectRefused'`.execute(db.read),
  )
  const ids = todos.rows.map((row) => row.record_id)
  const records = await loadRecords(db, city, ids)
  for (const [id, { record }] of records) {
    const now = dispatcherFor(world, record)
    if (now === undefined) continue
    await reached(() =>
      sql`update todo set unit = ${now.id}, district = ${now.district}::int, street = ${now.street}::int
        where city = ${city} and record_id = ${id} and command = 'effectRefused'`.execute(db.read),
    )
  }
}
