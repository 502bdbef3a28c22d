import { type Kysely, sql } from 'kysely'
import { responsibleUnit } from '../../kernel/derive.ts'
import type { RecordState } from '../../kernel/record.ts'
import type { AskDeps } from '../asking/types.ts'
import { reached } from '../store/faults.ts'
import { loadRecords } from '../store/load.ts'
import type { Tables } from '../store/tables.ts'
import { type RefusedUnit, refusedTodosOf } from './parked.ts'
import { dispatcherFor } from './parking.ts'

type Looks = Pick<AskDeps, 'registry' | 'worldOf'>

/** Who looks after what was refused: of an ask from elsewhere whoever dispatches here, of what a
 *  neighbouring city did not take whoever answers for the record. */
export function refusedUnit(
  { registry, worldOf }: Looks,
  record: RecordState,
  what: 'effect' | 'parcel',
): RefusedUnit | undefined {
  const world = worldOf(record.place.city)
  const dispatcher = dispatcherFor(world, record)
  const kind = registry.get(record.kind)
  if (what === 'effect' || kind === undefined) return dispatcher
  const id = responsibleUnit(kind, world, record)
  const { district = null, street = null } = record.place
  return id === 0 ? dispatcher : { id, kind: record.kind, district, street }
}

/** The units whose to-do something refused is, by record. */
export async function refusedUnits(
  deps: Looks,
  read: Kysely<Tables>,
  records: readonly RecordState[],
): Promise<ReadonlyMap<string, readonly RefusedUnit[]>> {
  const [first] = records
  if (first === undefined) return new Map()
  const { city } = first.place
  const ids = records.map(({ id }) => id)
  const { rows } = await sql<{ record_id: string; what: 'effect' | 'parcel' }>`
    select record_id, 'effect' as what from clock where city = ${city}
      and record_id = any(${ids}::uuid[]) and effect_id is not null and refused is not null
    union
    select record_id, 'parcel' as what from parcel where city = ${city}
      and record_id = any(${ids}::uuid[]) and refused is not null
      and taken_at is null and dropped_at is null`.execute(read)
  const byRecord = Map.groupBy(rows, (row) => row.record_id)
  return new Map(
    records.map((record) => {
      const units = (byRecord.get(record.id) ?? []).flatMap(
        ({ what }) => refusedUnit(deps, record, what) ?? [],
      )
      return [record.id, [...new Map(units.map((unit) => [unit.id, unit])).values()]]
    }),
  )
}

/** Leaves the to-dos about refused things of some records with exactly those who look after some. */
export async function settleTodos(
  deps: Looks & Pick<AskDeps, 'db'>,
  city: number,
  records: readonly string[],
): Promise<void> {
  if (records.length === 0) return
  const { db } = deps
  const loaded = [...(await loadRecords(db, city, records)).values()]
  const units = await reached(() =>
    refusedUnits(
      deps,
      db.read,
      loaded.map(({ record }) => record),
    ),
  )
  const own = [...units].flatMap(([record_id, looking]) =>
    looking.map(({ id: unit, kind, district, street }) => ({
      record_id,
      unit,
      kind,
      district,
      street,
    })),
  )
  const rows = sql`select ${city}::int as city, own.* from jsonb_to_recordset(${JSON.stringify(own)}::jsonb)
    as own(record_id uuid, unit int, kind text, district int, street int)`
  await reached(() =>
    sql`delete from todo t where t.city = ${city} and t.record_id = any(${[...records]}::uuid[])
      and t.command = 'effectRefused' and not exists (
        select 1 from (${rows}) p where p.record_id = t.record_id and p.unit = t.unit)`.execute(
      db.read,
    ),
  )
  if (own.length > 0) await reached(() => refusedTodosOf(rows).execute(db.read))
}
