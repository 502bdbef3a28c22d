import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { reached } from '../store/faults.ts'
import { type Loaded, loaded, type LoadedRow, recordColumns } from '../store/load.ts'
import { prepared } from '../store/prepared.ts'
import type { HttpDeps } from './deps.ts'
import type { Filters } from './list-filters.ts'
import {
  columnOf,
  type Key,
  leadOf,
  type Order,
  orderedBy,
  orderOf,
  type Stretch,
  stretches,
  within,
} from './list-order.ts'
import { isBounded } from './list-shape.ts'
import { isShort, walked } from './list-walk.ts'
import { slowly } from './slow-reads.ts'
import { cityOf } from './who.ts'

export type FoundRow = { readonly key: Key; readonly loaded: Loaded }

/**
 * The next rows of a list with their records, in one statement. What a list has in two stretches is
 * walked in turn, the second only where the first leaves room.
 */
export async function foundRows(
  deps: HttpDeps,
  filters: Filters,
  most: number,
): Promise<readonly FoundRow[]> {
  const { city } = cityOf(deps)
  const order = orderOf(filters.kind, filters.query.sort)
  const found = inTurn({ deps, filters, order, most }, filters.query.cursor)
  const statement = sql<Row>`${found.parts}
    select ${sql.raw(recordColumns)}, k.value
    from (select * from (${found.rows}) l order by part, at limit ${most}::int) k
    cross join lateral (select * from record where city = ${city}::int and id = k.id offset 0) r
    order by k.part, k.at`
  const rows = await run(deps, filters, { statement, rows: most })
  return rows.map((row) => ({
    key: { id: row.id, opened_at: row.opened_at, value: row.value },
    loaded: loaded(row),
  }))
}

/** How many a list has from its beginning, counted no further than `most`. */
export async function countFound(deps: HttpDeps, filters: Filters, most: number): Promise<number> {
  const order = orderOf(filters.kind, filters.query.sort)
  const found = inTurn({ deps, filters, order, most }, undefined)
  const statement = sql<{
    n: number
  }>`${found.parts} select (count(*))::int as n from (${found.rows}) l`
  const [row] = await run(deps, filters, { statement, rows: 1 })
  return row?.n ?? 0
}

/** On the connections of the asks' own reads only what cannot hold these up. */
async function run<R extends object>(
  deps: HttpDeps,
  filters: Filters,
  { statement, rows }: { readonly statement: RawBuilder<R>; readonly rows: number },
): Promise<readonly R[]> {
  const { query, session } = filters
  if (rows <= mostQuick && isBounded(query) && isShort(deps, filters))
    return prepared(deps.db, statement)
  const read = () => reached(() => statement.execute(deps.db.read))
  return (await slowly(deps, { sort: 'lists', session, isSheet: rows > mostQuick }, read)).rows
}

/** The longest page of a list; sheets take more at a time. */
const mostQuick = 201

type Row = LoadedRow & { readonly value: string | number | null }

type At = {
  readonly deps: HttpDeps
  readonly filters: Filters
  readonly order: Order
  readonly most: number
}

/** The stretches of a list one after the other, with the places of their rows in each. */
function inTurn(at: At, after: string | undefined) {
  const [first, rest] = stretches(at.order, after)
  const leavesRoom = sql<SqlBool>`(select count(*) from first) < ${at.most}::int`
  return {
    parts: sql`with first as materialized (${placed(at, first)})${
      rest === undefined ? sql`` : sql`, rest as materialized (${placed(at, rest, [leavesRoom])})`
    }`,
    rows:
      rest === undefined
        ? sql`select 0 as part, first.* from first`
        : sql`select 0 as part, first.* from first union all select 1, rest.* from rest`,
  }
}

function placed(
  at: At,
  stretch: Stretch,
  more: readonly RawBuilder<SqlBool>[] = [],
): RawBuilder<unknown> {
  const { deps, filters, order, most } = at
  const ordered = orderedBy(order, stretch)
  const rows = walked(deps, filters, {
    columns:
      order.column === 'opened_at'
        ? sql`record.id, record.opened_at`
        : sql`record.id, record.opened_at, ${columnOf(order)}`,
    conditions: [...filters.conditions, ...within(order, stretch), ...more],
    ordered,
    most,
    lead: leadOf(order, stretch),
  })
  return sql`select record.id, ${columnOf(order)} as value,
    row_number() over (order by ${ordered}) as at from (${rows}) as record`
}
