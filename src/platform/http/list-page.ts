import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { reached } from '../store/faults.ts'
import { addedBy } from '../tallies/behind.ts'
import { moment } from '../world/sql-moment.ts'
import { mostRead } from './by-words.ts'
import type { HttpDeps } from './deps.ts'
import type { Filters } from './list-filters.ts'
import { sightOf } from './sight.ts'
import { cityOf } from './who.ts'
import { cursorOf, readCursor } from './wire.ts'

export type Found = { readonly ids: readonly string[]; readonly next: string | undefined }

type Key = { readonly id: string; readonly opened_at: number; readonly due_at: number | null }

const judgedAtOnce = 500

/** One page of ids in the asked order, by key and not by offset. */
export async function listPage(deps: HttpDeps, filters: Filters, size: number): Promise<Found> {
  const byDue = filters.query.sort === 'due'
  const found: Key[] = []
  for await (const rows of judged(deps, filters, size + 1)) {
    found.push(...rows.keys())
    if (found.length > size) break
  }
  const page = found.slice(0, size)
  const last = page.at(-1)
  return {
    ids: page.map((row) => row.id),
    next: found.length <= size || last === undefined ? undefined : cursorOf(keyOf(last, byDue)),
  }
}

/** How many records there are, exact up to a limit and nothing above it; and of a list behind a
 *  number, how often they were counted. */
export async function countUpTo(
  deps: HttpDeps,
  filters: Filters,
  most: number,
): Promise<{ readonly total: number | null; readonly times?: number | null }> {
  const { measured } = filters
  if (measured?.wanted !== undefined) return countJudged(deps, filters, most)
  const adds = measured?.adds ?? sql<number>`1`
  const row = await reached(() =>
    deps.db.read
      .selectFrom(
        base(deps, filters)
          .select(adds.as('adds'))
          .limit(most + 1)
          .as('found'),
      )
      .select([
        sql<number>`count(*)::int`.as('n'),
        sql<number>`coalesce(sum(adds), 0)::int`.as('times'),
      ])
      .executeTakeFirstOrThrow(),
  )
  const isMore = row.n > most
  return {
    total: isMore ? null : row.n,
    ...(measured === undefined ? {} : { times: isMore ? null : row.times }),
  }
}

async function countJudged(deps: HttpDeps, filters: Filters, most: number) {
  const counts: number[] = []
  const { cursor: _first, ...query } = filters.query
  for await (const rows of judged(deps, { ...filters, query }, judgedAtOnce)) {
    counts.push(...rows.values())
    if (counts.length > most) return { total: null, times: null }
  }
  return { total: counts.length, times: counts.reduce((sum, n) => sum + n, 0) }
}

/** Records in the asked order, a batch at a time, with how often each was counted; what a number
 *  stands on is judged by the records' own events. */
async function* judged(
  deps: HttpDeps,
  filters: Filters,
  size: number,
): AsyncGenerator<ReadonlyMap<Key, number>> {
  const { measured, kind, query } = filters
  const byDue = query.sort === 'due'
  let after = readCursor(query.cursor)
  for (;;) {
    const rows = await keysAfter(deps, filters, { after, size })
    const last = rows.at(-1)
    if (measured?.wanted === undefined) {
      yield new Map(rows.map((row) => [row, 1]))
      return
    }
    const { city, world } = cityOf(deps)
    const asked = { city, kind, world, wanted: measured.wanted }
    const added = await addedBy(
      deps.db,
      asked,
      rows.map(({ id }) => id),
    )
    yield new Map(
      rows.flatMap((row) => {
        const n = added.get(row.id)
        return n === undefined ? [] : [[row, n] as const]
      }),
    )
    if (rows.length < size || last === undefined) return
    after = keyOf(last, byDue)
  }
}

function keysAfter(
  deps: HttpDeps,
  filters: Filters,
  { after, size }: { readonly after: readonly unknown[] | undefined; readonly size: number },
): Promise<readonly Key[]> {
  const byDue = filters.query.sort === 'due'
  const all = base(deps, filters).select(['record.id', 'record.opened_at', 'record.due_at'])
  const paged = after === undefined ? all : all.where(afterCursor(after, byDue))
  const ordered = byDue
    ? paged.orderBy(sql`record.due_at asc nulls last`).orderBy('record.id')
    : paged.orderBy('record.opened_at', 'desc').orderBy('record.id', 'desc')
  return reached(() => ordered.limit(size).execute())
}

function keyOf(row: Key, byDue: boolean): readonly [number | null, string] {
  return [byDue ? row.due_at : row.opened_at, row.id]
}

function base(deps: HttpDeps, { kind, session, conditions, worded }: Filters) {
  const { city, world } = cityOf(deps)
  const sight = sightOf(kind, world, session.post)
  const seen = deps.db.read
    .selectFrom('record')
    .where(sql<SqlBool>`${sql.join([...conditions], sql` and `)}`)
    .where((where) => sight(where))
  if (worded?.reads === undefined) return seen
  const newest = seen
    .select('record.id')
    .orderBy('record.opened_at', 'desc')
    .orderBy('record.id', 'desc')
    .limit(mostRead)
  return deps.db.read
    .selectFrom('record')
    .where('record.city', '=', city)
    .where('record.id', 'in', newest)
    .where(worded.reads)
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
