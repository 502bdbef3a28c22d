import type { Place } from '../../kernel/directory.ts'
import type { Party, RecordState } from '../../kernel/record.ts'
import type { Selectable } from 'kysely'
import { bringBack } from '../archive/bring-back.ts'
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
  db: Pick<Database, 'quick' | 'read'>,
  city: number,
  id: string,
): Promise<Loaded | undefined> {
  return (await loadRecords(db, city, [id])).get(id)
}

/** Many records at once, by id; those that do not exist are left out. What was put away comes back. */
export async function loadRecords(
  db: Pick<Database, 'quick' | 'read'>,
  city: number,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Loaded>> {
  const wanted = [...new Set(ids)]
  const rows = await storedRecords(db, city, wanted)
  const there = new Set(rows.map(({ id }) => id))
  const missing = wanted.filter((id) => !there.has(id))
  await reached(() => bringBack(db.read, { city, ids: missing }))
  // Looked for again also where nothing came: somebody else may have brought them meanwhile.
  const back = await storedRecords(db, city, missing)
  return new Map([...rows, ...back].map((row) => [row.id, loaded(row)] as const))
}

async function storedRecords(
  db: Pick<Database, 'quick'>,
  city: number,
  ids: readonly string[],
): Promise<readonly LoadedRow[]> {
  if (ids.length === 0) return []
  const statement =
    ids.length === 1
      ? { name: 'load-one', text: `${loadText} = $2::uuid`, values: [city, ids[0]] }
      : { name: 'load', text: `${loadText} = any($2::uuid[])`, values: [city, ids] }
  return reached(() => db.quick.run<LoadedRow>(statement))
}

/** Of a row `r` of `record`, with its parties: one statement, so that these are of the same moment.
 *  Most records have none, and making nothing of them costs more than to look whether there are. */
export const recordColumns = `r.city, r.id, r.kind, r.number, r.title, r.district, r.street,
    r.community, r.state, r.version, r.fields, r.clocks, r.takers, r.counted, r.opened_at, r.last_at,
    r.closed_at, r.head,
    case when (select true from party p where p.city = r.city and p.record_id = r.id limit 1) then
      (select jsonb_agg(jsonb_build_object('unit', p.unit, 'role', p.role, 'state', p.state, 'fields', p.fields,
          'clocks', p.clocks, 'joinedAt', (extract(epoch from p.joined_at) * 1000)::bigint))
        from party p where p.city = r.city and p.record_id = r.id) end as parties`

/** One id has a statement of its own: its plan is kept, where that of a list, whose length is not
 *  known, is made anew each time. */
const loadText = `select ${recordColumns} from record r where r.city = $1::int and r.id`

type RecordRow = Omit<
  Selectable<Tables['record']>,
  'unit' | 'is' | 'due_at' | 'kind_version' | 'k1' | 'k2' | 'k3' | 'n1' | 'n2' | 't1' | 't2'
>
export type LoadedRow = RecordRow & { readonly parties: readonly Party[] | null }

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

/** A row of these columns. */
export function loaded(row: LoadedRow): Loaded {
  return { record: recordIn(row, row.parties ?? []), head: row.head, lastAt: row.last_at }
}

/** A row of `record`, with its parties, as the kernel knows it. */
function recordIn(
  row: Omit<RecordRow, 'head' | 'last_at'>,
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
