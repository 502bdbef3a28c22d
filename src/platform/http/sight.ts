import { type ExpressionBuilder, type Expression, type SqlBool, sql } from 'kysely'
import { maySee, relationsOf } from '../../kernel/access.ts'
import { type Actor, isOffice, type Post } from '../../kernel/actor.ts'
import { type Directory, isUnderUnit } from '../../kernel/directory.ts'
import { formerAreas, withFormerUnits } from '../../kernel/lineage.ts'
import type { Kind, Relation, Slot } from '../../kernel/kind.ts'
import type { RecordState } from '../../kernel/record.ts'
import type { World } from '../../kernel/world.ts'
import type { Tables } from '../store/tables.ts'

type Where = ExpressionBuilder<Tables, 'record'>

/**
 * Which records of a kind a post may see, as a condition on the table. It may let through a little
 * more than the kernel would: every row found is judged once more by `isSeen`.
 */
export function sightOf(kind: Kind, world: World, post: Post) {
  return (where: Where): Expression<SqlBool> => {
    const ways = kind.see.flatMap((name) => {
      const relation = kind.relations[name]
      return relation === undefined ? [] : wayOf(relation, { kind, world, post, where })
    })
    const seen = ways.length === 0 ? sql<SqlBool>`false` : where.or(ways)
    const kept = complained(kind, world, post)
    return kept === undefined ? seen : where.and([seen, kept])
  }
}

/** The kernel's own judgement of one record. */
export function isSeen(
  kind: Kind,
  at: { readonly world: World; readonly record: RecordState; readonly actor: Actor },
): boolean {
  return maySee(kind, relationsOf(kind, at))
}

type At = {
  readonly kind: Kind
  readonly world: World
  readonly post: Post
  readonly where: Where
}

function wayOf(relation: Relation, at: At): readonly Expression<SqlBool>[] {
  const { post, where, world } = at
  const { is } = relation
  if (!mayHold(relation, post.role)) return []
  if (isOffice(post.role) && relation.roles?.includes(post.role) !== true) return []
  if ('anyone' in is) return is.anyone === 'post' ? [sql<SqlBool>`true`] : []
  const unit = world.directory.units.get(post.unit)
  if (unit === undefined) return []
  if ('party' in is)
    return [
      where.exists(
        where
          .selectFrom('party')
          .select(sql<number>`1`.as('one'))
          .whereRef('party.city', '=', 'record.city')
          .whereRef('party.record_id', '=', 'record.id')
          .where('party.unit', 'in', [...withFormerUnits(world.directory, [post.unit])])
          .where('party.role', '=', is.party),
      ),
    ]
  if ('function' in is)
    return unit.functions.includes(is.function)
      ? [is.over === undefined ? sql<SqlBool>`true` : covered(unit.area, world.directory)]
      : []
  if ('unitType' in is)
    return is.unitType.includes(unit.type) ? [covered(unit.area, world.directory)] : []
  return 'seat' in is
    ? [seated(at, is.seat, [post.unit])]
    : [seated(at, is.above, unitsUnder(world.directory, post.unit))]
}

/** A record that names a person's post opens for whatever role that is: the kernel judges which. */
function mayHold({ roles, is }: Relation, role: Post['role']): boolean {
  return roles === undefined || roles.includes(role) || ('seat' in is && is.post !== undefined)
}

/** What lies in an area, by its codes of now and of then. */
function covered(area: number, directory: Directory): Expression<SqlBool> {
  const codes = [area, ...formerAreas(directory, area).map(({ code }) => code)]
  return sql<SqlBool>`(${sql.join(
    codes.map((code) => lying(code, directory)),
    sql` or `,
  )})`
}

function lying(area: number, directory: Directory): Expression<SqlBool> {
  switch (directory.areas.get(area)?.level) {
    case 'city':
      return sql<SqlBool>`true`
    case 'district':
      return sql<SqlBool>`record.district = ${area}`
    case 'street':
      return sql<SqlBool>`record.street = ${area}`
    case 'community':
      return sql<SqlBool>`record.community = ${area}`
    case 'grid':
    case undefined:
    default:
      return sql<SqlBool>`false`
  }
}

function seated({ kind, world, where }: At, name: string, by: readonly number[]) {
  const units = withFormerUnits(world.directory, by)
  const seat = kind.seats[name]
  if (seat === undefined || units.length === 0) return sql<SqlBool>`false`
  const { is } = seat
  if (name === kind.responsible) return sql<SqlBool>`record.unit = any(${units}::int[])`
  if ('field' in is) {
    const slot = slotOf(kind, is.field)
    if (slot === undefined)
      return sql<SqlBool>`(record.fields->>${is.field})::bigint = any(${units}::int[])`
    const column = sql.ref(`record.${slot}`)
    // A unit may stand in a slot of words where those of numbers are taken.
    return slot.startsWith('n')
      ? sql<SqlBool>`${column} = any(${units}::int[])`
      : sql<SqlBool>`${column} = any(${units.map(String)}::text[])`
  }
  if ('self' in is) return sql<SqlBool>`false`
  // Held by whichever such unit is nearest to the place, so only places these units cover.
  const areas = units.flatMap((id) => {
    const unit = world.directory.units.get(id)
    return unit?.functions.includes(is.function) === true ? [unit.area] : []
  })
  return areas.length === 0
    ? sql<SqlBool>`false`
    : where.or(areas.map((area) => covered(area, world.directory)))
}

export function slotOf(kind: Kind, field: string): Slot | undefined {
  return slots.find((slot) => kind.slots?.[slot] === field)
}

const slots: readonly Slot[] = ['k1', 'k2', 'k3', 'n1', 'n2', 't1', 't2']

/** Whoever is complained of, what came of it, and any unit under these, finds nothing of it. */
function complained(kind: Kind, world: World, post: Post): Expression<SqlBool> | undefined {
  if (kind.complainedOf === undefined) return undefined
  const above = [...world.directory.units.keys()].filter((unit) =>
    isUnderUnit(world.directory, post.unit, unit),
  )
  return sql<SqlBool>`coalesce((record.fields->>${kind.complainedOf})::bigint, 0) <> all(${withFormerUnits(world.directory, above)}::int[])`
}

/** Every unit below one in the unit tree, itself left out. */
function unitsUnder(directory: Directory, above: number): readonly number[] {
  const children = childrenOf(directory)
  const found: number[] = []
  const waiting = [...(children.get(above) ?? [])]
  const seen = new Set([above])
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    found.push(next)
    waiting.push(...(children.get(next) ?? []))
  }
  return found
}

const known = new WeakMap<Directory, ReadonlyMap<number, readonly number[]>>()

function childrenOf(directory: Directory): ReadonlyMap<number, readonly number[]> {
  const before = known.get(directory)
  if (before !== undefined) return before
  const byParent = Map.groupBy(directory.units.values(), (unit) => unit.parent ?? 0)
  const children = new Map([...byParent].map(([parent, units]) => [parent, units.map((u) => u.id)]))
  known.set(directory, children)
  return children
}
