import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { HttpDeps } from './deps.ts'
import type { Filters } from './list-filters.ts'
import { isNarrow, numberIn } from './list-shape.ts'
import { along, notComplained, sightOf } from './sight.ts'
import { type Way, type Ways, waysOf } from './sight-ways.ts'
import { cityOf } from './who.ts'

type Parts = {
  readonly columns: RawBuilder<unknown>
  readonly conditions: readonly RawBuilder<SqlBool>[]
  readonly ordered: RawBuilder<unknown>
  readonly most: number
  /** In which direction an index on a unit or a street is read that gives this order. */
  readonly lead: 'asc' | 'desc' | undefined
}

/** The rows that a list's conditions and the post's sight leave, in the order asked for, as many as
 *  are wanted: a walk for each way in which the post comes to see records, where no column of the
 *  list says already which few they are: one index knows one way in the order asked for, and none knows
 *  several. */
export function walked(deps: HttpDeps, filters: Filters, parts: Parts): RawBuilder<unknown> {
  const { kind, session, query } = filters
  const { city, world } = cityOf(deps)
  const ways = waysOf(kind, world, session.post)
  const conditions = [...parts.conditions, ...keptApart(ways)]
  const number = numberIn(query)
  if (number !== undefined || isNarrow(world.directory, query) || ways.ways.length === 0) {
    const sight = sightOf(kind, world, session.post)()
    // Of all indexes the one on numbers: without statistics others look as good.
    const from =
      number === undefined
        ? sql`record`
        : sql`(select * from record where city = ${city} and number = ${number} offset 0) as record`
    return sql`select ${parts.columns} from ${from}
      where ${all([...parts.conditions, sight])} ${end(parts)}`
  }
  const each = ways.ways.map((way) => sql`(${branch(city, way, { ...parts, conditions })})`)
  return sql`select * from (${sql.join(each, sql` union `)}) as record ${end(parts)}`
}

/** True when each way in which the post comes to see records is one index's: what a unit took part
 *  in, or what only a field tells, may be any number of records to go through. */
export function isShort(deps: HttpDeps, { kind, session, query }: Filters): boolean {
  if (numberIn(query) !== undefined) return true
  return waysOf(kind, cityOf(deps).world, session.post).ways.every((way) => {
    const known = walkable(way)
    return known !== undefined && known.values.length <= mostWalks
  })
}

function keptApart(ways: Ways): readonly RawBuilder<SqlBool>[] {
  const kept = notComplained(ways)
  return kept === undefined ? [] : [kept]
}

/** Units more than these are not walked one by one. */
const mostWalks = 32

function branch(city: number, way: Way, parts: Parts): RawBuilder<unknown> {
  const { columns, conditions, lead } = parts
  if (way.by === 'party')
    return sql`select ${columns} from (
        select distinct record_id as id from party
        where city = ${city}::int and unit = any(${way.units}::int[]) and role = any(${way.roles}::text[])) as own
      cross join lateral (select * from record where city = ${city}::int and id = own.id offset 0) as record
      where ${all(conditions)} ${end(parts)}`
  const known = walkable(way)
  if (known === undefined || known.values.length > mostWalks)
    return sql`select ${columns} from record where ${all([...conditions, along(way)])} ${end(parts)}`
  const { column, values } = known
  // Asked for as a span and in its order: of a single value the server may think that all records
  // have it, and then look for it along all of them.
  const own =
    lead === undefined
      ? sql<SqlBool>`${column} = own.value`
      : sql<SqlBool>`${column} >= own.value and ${column} <= own.value`
  const first = lead === undefined ? sql`` : sql`${column} ${sql.raw(lead)}, `
  return sql`select record.* from unnest(${values}::${sql.raw(known.type)}[]) as own(value)
    cross join lateral (select ${columns} from record where ${all([...conditions, own])}
      order by ${first}${parts.ordered} limit ${parts.most}::int) as record`
}

/** Along one value after another of a column by whose index lists are ordered. */
function walkable(way: Way) {
  if (way.by === 'unit') return { values: way.units, column: sql`record.unit`, type: 'int' }
  if (way.by === 'area' && way.level === 'street')
    return { values: way.codes, column: sql`record.street`, type: 'int' }
  if (way.by === 'slot' && way.slot.startsWith('n'))
    return { values: way.units, column: sql.ref(`record.${way.slot}`), type: 'numeric' }
  return undefined
}

function end({ ordered, most }: Parts): RawBuilder<unknown> {
  return sql`order by ${ordered} limit ${most}::int`
}

function all(conditions: readonly RawBuilder<SqlBool>[]): RawBuilder<SqlBool> {
  return sql<SqlBool>`${sql.join([...conditions], sql` and `)}`
}
