import { sql } from 'kysely'
import type { World } from '../../kernel/world.ts'
import type { Database } from '../store/database.ts'
import { reached } from '../store/faults.ts'
import { type Loaded, loadRecords } from '../store/load.ts'

const unitsAtOnce = 100
const recordsAtOnce = 200

/** Every open record of a city, page by page, found by the units that answer for them: the one
 *  way through all of them that an index serves. */
export async function* openRecords(
  db: Database,
  city: number,
  { directory }: World,
): AsyncGenerator<readonly Loaded[]> {
  const units = [0, ...directory.units.keys()]
  for (let at = 0; at < units.length; at += unitsAtOnce) {
    const some = units.slice(at, at + unitsAtOnce)
    const { rows } = await reached(() =>
      sql<{ id: string }>`select id from record where city = ${city}
        and unit = any(${some}::int[]) and closed_at is null order by id`.execute(db.read),
    )
    for (let from = 0; from < rows.length; from += recordsAtOnce) {
      const ids = rows.slice(from, from + recordsAtOnce).map(({ id }) => id)
      yield [...(await loadRecords(db, city, ids)).values()]
    }
  }
}
