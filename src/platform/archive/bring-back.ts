import { type Kysely, sql, type Transaction } from 'kysely'
import type { Kind } from '../../kernel/kind.ts'
import { reached } from '../store/faults.ts'
import type { Tables } from '../store/tables.ts'
import { momentOf } from '../store/value-types.ts'
import { columnsOf, lifeTables, type LifeTable, lineColumns, wideColumns } from './forms.ts'
import { type ArchivedLife, type Packed, unpackLife } from './life.ts'

type Of = { readonly city: number; readonly ids: readonly string[] }

/**
 * Brings records back to the working tables as they were put away, and those with them that name
 * them in a field: whoever opens one, or asks anything of it, meets a record like any other, until
 * a night puts it away again. Gives how many came; ids that were not put away are left alone.
 */
export async function bringBack(db: Kysely<Tables>, { city, ids }: Of): Promise<number> {
  if (ids.length === 0) return 0
  const there = await archivedAmong(db, { city, ids })
  if (there.length === 0) return 0
  const naming = await sql<{ id: string }>`select from_id as id from link
    where city = ${city} and to_id = any(${there}::uuid[]) and kind <> 'openedBy'`.execute(db)
  const all = [...new Set([...there, ...naming.rows.map(({ id }) => id)])]
  return db.isTransaction
    ? restored(db, { city, ids: all })
    : db.transaction().execute((write) => restored(write, { city, ids: all }))
}

/** True when a record that was named by its id may be there now though it was not before: it had
 *  been put away, and has come back at this call or at somebody else's meanwhile. */
export async function mayHaveComeBack(
  db: Kysely<Tables>,
  kind: Kind | undefined,
  { city, id }: { readonly city: number; readonly id?: unknown },
): Promise<boolean> {
  if (typeof id !== 'string' || kind?.archives !== true) return false
  await reached(() => bringBack(db, { city, ids: [id] }))
  return true
}

async function archivedAmong(db: Kysely<Tables>, { city, ids }: Of): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from archive
    where city = ${city} and id = any(${[...new Set(ids)]}::uuid[])`.execute(db)
  return rows.map(({ id }) => id)
}

/** Who brings the same record back at the same time waits here, and then finds nothing to do. */
async function restored(
  db: Kysely<Tables> | Transaction<Tables>,
  { city, ids }: Of,
): Promise<number> {
  const { rows } = await sql<ArchivedRow>`
    select id, kind, form, words, life from archive
    where city = ${city} and id = any(${[...ids]}::uuid[]) order by id for update`.execute(db)
  if (rows.length === 0) return 0
  const coming = rows.map(({ id }) => id)
  const lives = rows.map((row) => ({ ...row, rows: unpackLife({ ...row, city }, row) }))
  const line = sql.join([...lineColumns, ...wideColumns].map((column) => sql.ref(column)))
  const own = sql.join(lineColumns.map((column) => sql.ref(`a.${column}`)))
  const wide = JSON.stringify(lives.map(({ id, rows: { line: packed } }) => ({ id, ...packed })))
  await sql`insert into record(city, ${line}) select a.city, ${own}, t.fields, t.clocks, t.takers
    from jsonb_to_recordset(${wide}::jsonb) t(id uuid, fields jsonb, clocks jsonb, takers jsonb)
    join archive a on a.city = ${city} and a.id = t.id`.execute(db)
  for (const [form, own] of Map.groupBy(lives, (life) => life.form))
    for (const table of lifeTables)
      await insert(db, { form, table, lives: own.map((life) => life.rows) })
  await sql`delete from archive where city = ${city} and id = any(${coming}::uuid[])`.execute(db)
  return coming.length
}

type ArchivedRow = Packed & { readonly id: string; readonly kind: string }

async function insert(
  db: Kysely<Tables>,
  {
    form,
    table,
    lives,
  }: { readonly form: number; readonly table: LifeTable; readonly lives: readonly ArchivedLife[] },
): Promise<void> {
  const rows: readonly object[] = lives.flatMap((life): readonly object[] => life[table])
  if (rows.length === 0) return
  const hashes = table === 'event' ? ['prev', 'hash'] : []
  const own = table === 'search' ? ['field', 'kind', 'words'] : columnsOf(form, table)
  const names = ['city', 'record_id', ...own, ...hashes]
  const json = JSON.stringify(
    rows.map((row) => {
      const cells = new Map(Object.entries(row))
      return Object.fromEntries(names.map((name) => [name, writable(name, cells.get(name))]))
    }),
  )
  const columns = sql.join(names.map((name) => sql.ref(name)))
  await sql`insert into ${sql.table(table)}(${columns}) select ${columns}
    from jsonb_populate_recordset((select t from ${sql.table(table)} t limit 0), ${json}::jsonb)`.execute(
    db,
  )
}

function writable(name: string, value: unknown): unknown {
  if (Buffer.isBuffer(value)) return String.raw`\x${value.toString('hex')}`
  const isMoment = name === 'at' || name.endsWith('_at')
  return isMoment && typeof value === 'number' ? momentOf(value) : value
}
