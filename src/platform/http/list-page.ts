import { sql, type SqlBool } from 'kysely'
import { reached } from '../store/faults.ts'
import type { Loaded } from '../store/load.ts'
import { addedBy } from '../tallies/behind.ts'
import { mostRead } from './by-words.ts'
import type { HttpDeps } from './deps.ts'
import { everyRecord } from './every-record.ts'
import type { Filters } from './list-filters.ts'
import { countWalked } from './list-count.ts'
import { foundRows } from './list-found.ts'
import { numberIn } from './list-shape.ts'
import {
  columnOf,
  cursorAt,
  type Key,
  orderedBy,
  orderOf,
  stretches,
  within,
} from './list-order.ts'
import { sightOf } from './sight.ts'
import { slowly } from './slow-reads.ts'
import { cityOf } from './who.ts'

export type Found = {
  readonly ids: readonly string[]
  readonly next: string | undefined
  /** The records, where they were read with their ids. */
  readonly loaded?: ReadonlyMap<string, Loaded>
}

const judgedAtOnce = 500

/** One page of ids in the asked order, by key and not by offset. */
export async function listPage(deps: HttpDeps, filters: Filters, size: number): Promise<Found> {
  if (!isWalked(filters)) return judgedPage(deps, filters, size)
  const rows = await foundRows(deps, filters, size + 1)
  if (rows.length === 0 && filters.reaches) return judgedPage(deps, filters, size)
  const keys = rows.map(({ key }) => key)
  const page = rows.slice(0, size)
  return {
    ...pageOf(keys, size),
    loaded: new Map(page.map((row) => [row.key.id, row.loaded])),
  }
}

/** False where records are judged one by one, words that no index knows are read through, or what
 *  was put away belongs to the list: whoever asks for a number mostly asks for what was not. */
function isWalked({ measured, worded, reaches, query }: Filters): boolean {
  const isNear = !reaches || numberIn(query) !== undefined
  return isNear && measured === undefined && worded?.reads === undefined
}

async function judgedPage(deps: HttpDeps, filters: Filters, size: number): Promise<Found> {
  const found: Key[] = []
  for await (const rows of judged(deps, filters, size + 1)) {
    found.push(...rows.keys())
    if (found.length > size) break
  }
  return pageOf(found, size)
}

function pageOf(found: readonly Key[], size: number): Found {
  const page = found.slice(0, size)
  const last = page.at(-1)
  return {
    ids: page.map((row) => row.id),
    next: found.length <= size || last === undefined ? undefined : cursorAt(last),
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
  if (isWalked(filters)) return { total: await countWalked(deps, filters, most) }
  if (measured?.wanted !== undefined) return countJudged(deps, filters, most)
  const adds = measured?.adds ?? sql<number>`1`
  const counting = deps.db.read
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
  const row = await readOf(deps, filters, () => counting.executeTakeFirstOrThrow())
  const isMore = row.n > most
  return {
    total: isMore ? null : row.n,
    ...(measured === undefined ? {} : { times: isMore ? null : row.times }),
  }
}

/** Every record that the filters let through, unjudged. */
export async function everyId(deps: HttpDeps, filters: Filters): Promise<readonly string[]> {
  const all = base(deps, filters).select('record.id')
  const rows = await readOf(deps, filters, () => all.execute())
  return rows.map(({ id }) => id)
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
  let after = query.cursor
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
    after = cursorAt(last)
  }
}

async function keysAfter(
  deps: HttpDeps,
  filters: Filters,
  { after, size }: { readonly after: string | undefined; readonly size: number },
): Promise<readonly Key[]> {
  const order = orderOf(filters.kind, filters.query.sort)
  const found: Key[] = []
  for (const stretch of stretches(order, after)) {
    const wanted = size - found.length
    if (wanted <= 0) break
    const rows = base(deps, filters)
      .select(['record.id', 'record.opened_at', columnOf(order).as('value')])
      .where(sql<SqlBool>`${sql.join([sql`true`, ...within(order, stretch)], sql` and `)}`)
      .orderBy(orderedBy(order, stretch))
      .limit(wanted)
    found.push(...(await readOf(deps, filters, () => rows.execute())))
  }
  return found
}

function readOf<T>(deps: HttpDeps, { session }: Filters, read: () => Promise<T>): Promise<T> {
  return slowly(deps, { sort: 'lists', session }, () => reached(read))
}

function base(deps: HttpDeps, { kind, session, conditions, worded, reaches }: Filters) {
  const { city, world } = cityOf(deps)
  const tables = reaches ? everyRecord(deps.db.read) : deps.db.read
  const sight = sightOf(kind, world, session.post)
  const seen = tables
    .selectFrom('record')
    .where(sql<SqlBool>`${sql.join([...conditions], sql` and `)}`)
    .where(sight())
  if (worded?.reads === undefined) return seen
  const newest = seen
    .select('record.id')
    .orderBy('record.opened_at', 'desc')
    .orderBy('record.id', 'desc')
    .limit(mostRead)
  return tables
    .selectFrom('record')
    .where('record.city', '=', city)
    .where('record.id', 'in', newest)
    .where(worded.reads)
}
