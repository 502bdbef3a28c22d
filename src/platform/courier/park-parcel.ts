import { sql } from 'kysely'
import { parkedFor } from '../clockwork/parked.ts'
import { refusedUnit } from '../clockwork/refused-todos.ts'
import { loadRecord } from '../store/load.ts'
import { momentOf } from '../store/value-types.ts'
import type { Carrying, Waiting } from './carrying.ts'

/** Lays a parcel aside that the other city refused, with its words: work for the unit that answers
 *  for the record here, until it is tried again or given up. */
export async function parkParcel(
  { city, deps }: Carrying,
  { id, record_id: record }: Pick<Waiting, 'id' | 'record_id'>,
  { code, says }: { readonly code: string; readonly says: string },
): Promise<void> {
  const loaded = await loadRecord(deps.db, city, record)
  const unit = loaded && refusedUnit(deps, loaded.record, 'parcel')
  const at = deps.now()
  const aside = sql`update parcel set refused = ${code}::text, said = ${says}::text,
      tries = tries + 1, tried_at = ${momentOf(at)}::timestamptz
    where city = ${city}::int and id = ${id}::uuid and taken_at is null and dropped_at is null`
  const told = unit && parkedFor(unit, aside, { notice: deps.newId(), at })
  await (told ?? aside).execute(deps.db.read)
}
