import { sql } from 'kysely'
import type { AskDeps } from '../../platform/asking/types.ts'
import { reached } from '../../platform/store/faults.ts'
import { loadRecord } from '../../platform/store/load.ts'
import { momentOf } from '../../platform/store/value-types.ts'

/** Tells every unit concerned, once, that the work lies where it now belongs. */
export async function tellHeirs(
  { db, newId }: Pick<AskDeps, 'db' | 'newId'>,
  { city, record, at }: { readonly city: number; readonly record: string; readonly at: number },
): Promise<void> {
  const loaded = await loadRecord(db, city, record)
  const units = (loaded?.record.parties ?? []).map(({ unit }) => unit)
  const rows = units.map((unit) => ({ unit, id: newId() }))
  await reached(() =>
    sql`insert into notice(city, unit, id, record_id, type, at)
      select ${city}, t.unit, t.id, ${record}::uuid, 'ReorganisationCarriedOut', ${momentOf(at)}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) t(unit int, id uuid)
      where not exists (select 1 from notice n where n.city = ${city} and n.unit = t.unit
        and n.record_id = ${record}::uuid and n.type = 'ReorganisationCarriedOut')`.execute(
      db.read,
    ),
  )
}
