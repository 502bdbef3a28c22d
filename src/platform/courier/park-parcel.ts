import { refusedUnit } from '../clockwork/refused-todos.ts'
import { loadRecord } from '../store/load.ts'
import { momentOf } from '../store/value-types.ts'
import type { Carrying, Waiting } from './carrying.ts'

/** Lays a parcel aside that the other city refused, with its words: work for the unit that answers
 *  for the record here, until it is tried again or given up. */
export async function parkParcel(
  { client, city, deps }: Carrying,
  { id, record_id: record }: Pick<Waiting, 'id' | 'record_id'>,
  { code, says }: { readonly code: string; readonly says: string },
): Promise<void> {
  const loaded = await loadRecord(deps.db, city, record)
  const unit = loaded && refusedUnit(deps, loaded.record, 'parcel')
  const at = momentOf(deps.now())
  const parked = `update parcel set refused = $3::text, said = $4::text, tries = tries + 1,
      tried_at = $5::timestamptz
    where city = $1::int and id = $2::uuid and taken_at is null and dropped_at is null`
  const own = [city, id, code, says, at]
  if (unit === undefined) return void (await client.query(parked, own))
  // The one statement keeps row, to-do and notice together.
  await client.query(
    `with parked as (${parked} returning city, record_id),
      told as (
        insert into notice(city, unit, id, record_id, type, at)
        select city, $6::int, $7::uuid, record_id, 'effectRefused', $5::timestamptz from parked
      )
      insert into todo(city, record_id, unit, command, role, party, kind, due_at, provisional, district, street)
      select p.city, p.record_id, $6::int, 'effectRefused', '', 0, $8::text, null::timestamptz, false,
        $9::int, $10::int
      from parked p on conflict do nothing`,
    [...own, unit.id, deps.newId(), unit.kind, unit.district, unit.street],
  )
}
