import type { Database } from '../store/database.ts'
import { reached } from '../store/faults.ts'

/** How far the counts of a city have come: whoever shows them looks again when this moves. */
export async function watermark(db: Database, city: number): Promise<number> {
  const row = await reached(() =>
    db.read.selectFrom('fold').select('seq').where('city', '=', city).executeTakeFirst(),
  )
  return row?.seq ?? 0
}
