import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { reached } from '../store/faults.ts'
import { moment } from '../world/sql-moment.ts'
import type { HttpDeps } from './deps.ts'
import type { Filters } from './list-filters.ts'
import { sightOf } from './sight.ts'
import { cityOf } from './who.ts'
import { cursorOf, readCursor } from './wire.ts'

export type Found = { readonly ids: readonly string[]; readonly next: string | undefined }

/** One page of ids in the asked order, by key and not by offset. */
export async function listPage(deps: HttpDeps, filters: Filters, size: number): Promise<Found> {
  const byDue = filters.query.sort === 'due'
  const after = readCursor(filters.query.cursor)
  const all = base(deps, filters).select(['record.id', 'record.opened_at', 'record.due_at'])
  const paged = after === undefined ? all : all.where(afterCursor(after, byDue))
  const ordered = byDue
    ? paged.orderBy(sql`record.due_at asc nulls last`).orderBy('record.id')
    : paged.orderBy('record.opened_at', 'desc').orderBy('record.id', 'desc')
  const rows = await reached(() => ordered.limit(size + 1).execute())
  const page = rows.slice(0, size)
  const last = page.at(-1)
  return {
    ids: page.map((row) => row.id),
    next:
      rows.length <= size || last === undefined
        ? undefined
        : cursorOf([byDue ? last.due_at : last.opened_at, last.id]),
  }
}

/** How many there are, exact up to a limit; nothing above it. */
export async function countUpTo(
  deps: HttpDeps,
  filters: Filters,
  most: number,
): Promise<number | null> {
  const row = await reached(() =>
    deps.db.read
      .selectFrom(
        base(deps, filters)
          .select(sql<number>`1`.as('one'))
          .limit(most + 1)
          .as('found'),
      )
      .select(sql<number>`count(*)::int`.as('n'))
      .executeTakeFirstOrThrow(),
  )
  return row.n > most ? null : row.n
}

function base(deps: HttpDeps, { kind, session, conditions }: Filters) {
  const sight = sightOf(kind, cityOf(deps).world, session.post)
  return deps.db.read
    .selectFrom('record')
    .where(sql<SqlBool>`${sql.join(conditions, sql` and `)}`)
    .where((where) => sight(where))
}

function afterCursor([key, id]: readonly unknown[], byDue: boolean): RawBuilder<SqlBool> {
  const at = typeof key === 'number' ? moment(key) : undefined
  const row = sql`${String(id)}::uuid`
  if (!byDue) return sql<SqlBool>`(record.opened_at, record.id) < (${at ?? moment(0)}, ${row})`
  return at === undefined
    ? sql<SqlBool>`(record.due_at is null and record.id > ${row})`
    : sql<SqlBool>`(record.due_at > ${at} or record.due_at is null
        or (record.due_at = ${at} and record.id > ${row}))`
}
