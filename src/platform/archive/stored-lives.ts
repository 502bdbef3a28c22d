import { type Kysely, type Selectable, sql } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { type LifeTable, wideColumns } from './forms.ts'
import { type ArchivedLife, unpackLife } from './life.ts'

type Of = { readonly city: number; readonly ids: readonly string[] }

/** The rows of records in the tables that a record leaves when it is put away, by record. */
export async function workingLives(
  db: Kysely<Tables>,
  { city, ids }: Of,
): Promise<ReadonlyMap<string, ArchivedLife>> {
  const [line, event, content, contact, party, search] = await Promise.all([
    linesOf(db, { city, ids }),
    rowsOf(db, 'event', { city, ids }),
    rowsOf(db, 'content', { city, ids }),
    rowsOf(db, 'contact', { city, ids }),
    rowsOf(db, 'party', { city, ids }),
    rowsOf(db, 'search', { city, ids }),
  ])
  return new Map(
    line.map(({ id, ...wide }) => [
      id,
      {
        line: wide,
        event: (event.get(id) ?? []).toSorted((a, b) => a.seq - b.seq),
        content: content.get(id) ?? [],
        contact: contact.get(id) ?? [],
        party: party.get(id) ?? [],
        search: search.get(id) ?? [],
      },
    ]),
  )
}

/** The lives of records that were put away, by record; they stay where they are. */
export async function archivedLives(
  db: Kysely<Tables>,
  { city, ids }: Of,
): Promise<ReadonlyMap<string, ArchivedLife>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('archive')
    .select(['id', 'kind', 'form', 'words', 'life'])
    .where('city', '=', city)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, unpackLife({ ...row, city }, row)]))
}

async function linesOf(db: Kysely<Tables>, { city, ids }: Of) {
  return db
    .selectFrom('record')
    .select(['id', ...wideColumns])
    .where('city', '=', city)
    .where(sql<boolean>`id = any(${[...ids]}::uuid[])`)
    .execute()
}

async function rowsOf<T extends LifeTable>(
  db: Kysely<Tables>,
  table: T,
  { city, ids }: Of,
): Promise<Map<string, Selectable<Tables[T]>[]>> {
  const { rows } = await sql<Selectable<Tables[T]> & { record_id: string }>`
    select * from ${sql.table(table)}
    where city = ${city} and record_id = any(${[...ids]}::uuid[])`.execute(db)
  return Map.groupBy(rows, (row) => row.record_id)
}
