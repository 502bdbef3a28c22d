import { sql } from 'kysely'
import type { Day, Instant } from '../../kernel/time.ts'
import type { Database } from '../store/database.ts'
import { momentOf } from '../store/value-types.ts'

/** The next block of a day's case numbers, counted in the database. Taken once in thousands of
 *  numbers, so no two writers meet here. */
export async function takeNumberBlock(
  db: Database,
  { city, day, at }: { readonly city: number; readonly day: Day; readonly at: Instant },
): Promise<number> {
  const moment = momentOf(at)
  const { rows } = await sql<{ block: number }>`
    insert into setting(city, name, version, valid_from, value, at)
    values (${city}, ${`numbers:${day}`}, '1', ${moment}::timestamptz, '{"block":0}', ${moment}::timestamptz)
    on conflict (city, name, version) do update
      set value = jsonb_build_object('block', (setting.value->>'block')::int + 1), at = excluded.at
    returning (value->>'block')::int as block`.execute(db.read)
  return rows[0]?.block ?? 0
}
