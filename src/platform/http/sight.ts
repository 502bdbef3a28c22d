import { type RawBuilder, type SqlBool, sql } from 'kysely'
import { maySee, relationsOf } from '../../kernel/access.ts'
import type { Actor, Post } from '../../kernel/actor.ts'
import type { Kind } from '../../kernel/kind.ts'
import type { RecordState } from '../../kernel/record.ts'
import type { World } from '../../kernel/world.ts'
import { type Way, type Ways, waysOf } from './sight-ways.ts'

/**
 * Which records of a kind a post may see, as a condition on the table. It may let through a little
 * more than the kernel would: every row found is judged once more by `isSeen`.
 */
export function sightOf(kind: Kind, world: World, post: Post): () => RawBuilder<SqlBool> {
  const ways = waysOf(kind, world, post)
  return () => {
    const one = eitherWay(ways)
    const kept = notComplained(ways)
    return kept === undefined ? one : sql<SqlBool>`${one} and ${kept}`
  }
}

/** The kernel's own judgement of one record. */
export function isSeen(
  kind: Kind,
  at: { readonly world: World; readonly record: RecordState; readonly actor: Actor },
): boolean {
  return maySee(kind, relationsOf(kind, at))
}

function eitherWay({ all, ways }: Ways): RawBuilder<SqlBool> {
  if (all) return sql<SqlBool>`true`
  if (ways.length === 0) return sql<SqlBool>`false`
  return sql<SqlBool>`(${sql.join(ways.map(along), sql` or `)})`
}

/** What one way leads to. */
export function along(way: Way): RawBuilder<SqlBool> {
  switch (way.by) {
    case 'unit':
      return sql<SqlBool>`record.unit = any(${way.units}::int[])`
    case 'slot': {
      const column = sql.ref(`record.${way.slot}`)
      // A unit may stand in a slot of words where those of numbers are taken.
      return way.slot.startsWith('n')
        ? sql<SqlBool>`${column} = any(${way.units}::numeric[])`
        : sql<SqlBool>`${column} = any(${way.units.map(String)}::text[])`
    }
    case 'field':
      return sql<SqlBool>`(record.fields->>${way.field})::bigint = any(${way.units}::int[])`
    case 'area':
      return way.level === 'community'
        ? sql<SqlBool>`record.community = any(${way.codes}::bigint[])`
        : sql<SqlBool>`${sql.ref(`record.${way.level}`)} = any(${way.codes}::int[])`
    case 'party':
      return sql<SqlBool>`exists (select 1 from party
        where party.city = record.city and party.record_id = record.id
          and party.unit = any(${way.units}::int[]) and party.role = any(${way.roles}::text[]))`
  }
}

/** Asked first whether anything is complained of, which few records do. */
export function notComplained({ complained }: Ways): RawBuilder<SqlBool> | undefined {
  if (complained === undefined) return undefined
  const { field, units } = complained
  return sql<SqlBool>`(not record.fields ? ${field}
    or coalesce((record.fields->>${field})::bigint, 0) <> all(${units}::int[]))`
}
