import { sql } from 'kysely'
import { unitFor } from '../../kernel/directory.ts'
import type { RecordState } from '../../kernel/record.ts'
import type { World } from '../../kernel/world.ts'
import type { AskDeps } from '../asking/types.ts'
import type { Database } from '../store/database.ts'
import { reached } from '../store/faults.ts'
import { loadRecord } from '../store/load.ts'
import { momentOf } from '../store/value-types.ts'
import type { ClockEntry } from './entry.ts'

/** Takes away a row whose clock was counted anew meanwhile, unless it was already replaced. */
export async function dropStale(db: Database, row: ClockEntry): Promise<void> {
  await reached(() =>
    sql`delete from clock where city = ${row.city} and record_id = ${row.record_id}
      and name = ${row.name} and role = ${row.role} and party = ${row.party}
      and due_at = ${momentOf(row.due_at)} and effect_id is null`.execute(db.read),
  )
}

/**
 * Lays a refused row aside with the rule that refused it. An own clock comes up again when its
 * record changes; an effect becomes a to-do of the unit that dispatches there, until settled.
 */
export async function park(deps: AskDeps, row: ClockEntry, refused: string): Promise<void> {
  const { db, newId, now } = deps
  const at = momentOf(now())
  const unit = row.effect_id === null ? undefined : await dispatcherOf(deps, row)
  // The one statement keeps row, to-do and notice together.
  await reached(() =>
    unit === undefined
      ? parked(row, refused).execute(db.read)
      : sql`with parked as (${parked(row, refused)} returning city, record_id),
        told as (
          insert into notice(city, unit, id, record_id, type, at)
          select city, ${unit.id}::int, ${newId()}::uuid, record_id, 'effectRefused', ${at}::timestamptz from parked
        )
        insert into todo(city, record_id, unit, command, role, party, kind, due_at, provisional, district, street)
        select p.city, p.record_id, ${unit.id}::int, 'effectRefused', '', 0, ${unit.kind}, null::timestamptz, false,
          ${unit.district}::int, ${unit.street}::int
        from parked p on conflict do nothing`.execute(db.read),
  )
}

function parked(row: ClockEntry, refused: string) {
  return sql`update clock set refused = ${refused} where city = ${row.city}
    and record_id = ${row.record_id} and name = ${row.name} and role = ${row.role}
    and party = ${row.party} and due_at = ${momentOf(row.due_at)}`
}

/** The unit that looks after refused effects of a record, with what its to-do shows. */
export function dispatcherFor(world: World, record: Pick<RecordState, 'kind' | 'place'>) {
  const unit = unitFor(world.directory, { function: 'dispatch' }, record.place)
  const { district = null, street = null } = record.place
  return unit && { id: unit.id, kind: record.kind, district, street }
}

async function dispatcherOf({ db, worldOf }: AskDeps, { city, record_id }: ClockEntry) {
  const loaded = await loadRecord(db, city, record_id)
  return loaded && dispatcherFor(worldOf(city), loaded.record)
}
