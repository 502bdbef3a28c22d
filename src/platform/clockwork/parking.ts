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
import { parkedFor, type RefusedUnit } from './parked.ts'

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
  const unit = row.effect_id === null ? undefined : await dispatcherOf(deps, row)
  const aside = parking(row, refused)
  const told = unit && parkedFor(unit, aside, { notice: newId(), at: now() })
  await reached(() => (told ?? aside).execute(db.read))
}

function parking(row: ClockEntry, refused: string) {
  return sql`update clock set refused = ${refused} where city = ${row.city}
    and record_id = ${row.record_id} and name = ${row.name} and role = ${row.role}
    and party = ${row.party} and due_at = ${momentOf(row.due_at)}`
}

/** The unit that looks after refused effects of a record, with what its to-do shows. */
export function dispatcherFor(
  world: World,
  record: Pick<RecordState, 'kind' | 'place'>,
): RefusedUnit | undefined {
  const unit = unitFor(world.directory, { function: 'dispatch' }, record.place)
  const { district = null, street = null } = record.place
  return unit && { id: unit.id, kind: record.kind, district, street }
}

async function dispatcherOf({ db, worldOf }: AskDeps, { city, record_id }: ClockEntry) {
  const loaded = await loadRecord(db, city, record_id)
  return loaded && dispatcherFor(worldOf(city), loaded.record)
}
