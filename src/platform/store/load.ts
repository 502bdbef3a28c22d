import type { Place } from '../../kernel/directory.ts'
import type { Party, RecordState } from '../../kernel/record.ts'
import type { Selectable } from 'kysely'
import type { Database } from './database.ts'
import { reached } from './faults.ts'
import { clocksIn, objectIn, valuesIn } from './json.ts'
import type { Tables } from './tables.ts'

export type Loaded = {
  readonly record: RecordState
  readonly head: Buffer
  readonly lastAt: number
}

/** A record with its parties, and the hash its next event follows. */
export async function loadRecord(
  db: Database,
  city: number,
  id: string,
): Promise<Loaded | undefined> {
  return (await loadRecords(db, city, [id])).get(id)
}

/** Many records at once, by id; those that do not exist are left out. */
export async function loadRecords(
  db: Database,
  city: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Loaded>> {
  if (ids.length === 0) return new Map()
  return reached(async () => {
    // One statement, so that the parties are of the same moment as the record.
    const rows = await db.read
      .selectFrom('record as r')
      .leftJoin('party as p', (join) =>
        join.onRef('p.city', '=', 'r.city').onRef('p.record_id', '=', 'r.id'),
      )
      .selectAll('r')
      .select(['p.unit as p_unit', 'p.role as p_role', 'p.state as p_state'])
      .select(['p.fields as p_fields', 'p.clocks as p_clocks', 'p.joined_at as p_joined'])
      .where('r.city', '=', city)
      .where('r.id', 'in', [...new Set(ids)])
      .execute()
    const byId = Map.groupBy(rows, (row) => row.id)
    return new Map(
      [...byId].flatMap(([id, [row, ...more]]) =>
        row === undefined ? [] : [[id, loaded(row, [row, ...more].flatMap(partyIn))] as const],
      ),
    )
  })
}

export function placeIn(row: {
  city: number
  district: number | null
  street: number | null
  community: number | null
}): Place {
  return {
    city: row.city,
    ...(row.district === null ? {} : { district: row.district }),
    ...(row.street === null ? {} : { street: row.street }),
    ...(row.community === null ? {} : { community: row.community }),
  }
}

function loaded(row: Selectable<Tables['record']>, parties: readonly Party[]): Loaded {
  return { record: recordIn(row, parties), head: row.head, lastAt: row.last_at }
}

/** A row of `record`, with its parties, as the kernel knows it. */
export function recordIn(
  row: Selectable<Tables['record']>,
  parties: readonly Party[],
): RecordState {
  return {
    id: row.id,
    kind: row.kind,
    number: row.number,
    title: row.title,
    place: placeIn(row),
    state: row.state,
    version: row.version,
    fields: valuesIn(row.fields),
    parties: parties.toSorted(
      (a, b) => a.joinedAt - b.joinedAt || a.unit - b.unit || a.role.localeCompare(b.role),
    ),
    clocks: clocksIn(row.clocks),
    takers: objectIn<Readonly<Record<string, string>>>(row.takers),
    counted: objectIn<Readonly<Record<string, number>>>(row.counted),
    openedAt: row.opened_at,
    ...(row.closed_at === null ? {} : { closedAt: row.closed_at }),
  }
}

function partyIn(row: {
  p_unit: number | null
  p_role: string | null
  p_state: string | null
  p_fields: unknown
  p_clocks: unknown
  p_joined: number | null
}): readonly Party[] {
  if (row.p_unit === null || row.p_role === null || row.p_state === null || row.p_joined === null)
    return []
  return [
    {
      unit: row.p_unit,
      role: row.p_role,
      state: row.p_state,
      fields: valuesIn(row.p_fields),
      clocks: clocksIn(row.p_clocks),
      joinedAt: row.p_joined,
    },
  ]
}
