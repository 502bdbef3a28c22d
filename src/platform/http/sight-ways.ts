import { isOffice, type Post } from '../../kernel/actor.ts'
import { type Directory, isUnderUnit, type Level } from '../../kernel/directory.ts'
import type { Kind, Relation, Slot } from '../../kernel/kind.ts'
import { formerAreas, withFormerUnits } from '../../kernel/lineage.ts'
import type { World } from '../../kernel/world.ts'

/** One of the ways in which a post comes to see records of a kind, as columns know it. */
export type Way =
  | { readonly by: 'unit'; readonly units: readonly number[] }
  | { readonly by: 'slot'; readonly slot: Slot; readonly units: readonly number[] }
  | { readonly by: 'field'; readonly field: string; readonly units: readonly number[] }
  | { readonly by: 'area'; readonly level: AreaLevel; readonly codes: readonly number[] }
  | {
      readonly by: 'party'
      readonly units: readonly number[]
      readonly roles: readonly string[]
    }

type AreaLevel = Exclude<Level, 'city' | 'grid'>

export type Ways = {
  /** Every record of the kind; otherwise those that one of the ways leads to. */
  readonly all: boolean
  readonly ways: readonly Way[]
  /** The units of which none may be the one complained of. */
  readonly complained: { readonly field: string; readonly units: readonly number[] } | undefined
}

/** The ways of a post's role in its unit, found once for as long as units and areas stay as they
 *  are: what is found walks the trees of both. */
export function waysOf(kind: Kind, world: World, post: Pick<Post, 'unit' | 'role'>): Ways {
  const ofKind = remembered(remembered(known, world, kindMap), kind, postMap)
  if (ofKind.size >= mostPosts) ofKind.clear()
  return remembered(ofKind, `${post.unit}/${post.role}`, () => found(kind, world, post))
}

/** So many posts are kept by kind before all are found anew. */
const mostPosts = 500

type PostWays = Map<string, Ways>

const known = new WeakMap<World, WeakMap<Kind, PostWays>>()
const kindMap = () => new WeakMap<Kind, PostWays>()
const postMap = (): PostWays => new Map()

function remembered<K, V>(
  map: { get(key: K): V | undefined; set(key: K, value: V): unknown },
  key: K,
  make: () => V,
): V {
  const before = map.get(key)
  if (before !== undefined) return before
  const made = make()
  map.set(key, made)
  return made
}

type At = {
  readonly kind: Kind
  readonly world: World
  readonly post: Pick<Post, 'unit' | 'role'>
}

function found(kind: Kind, world: World, post: At['post']): Ways {
  const at = { kind, world, post }
  const ways = kind.see.flatMap((name) => {
    const relation = kind.relations[name]
    return relation === undefined ? [] : wayOf(relation, at)
  })
  const all = ways.includes('all')
  return {
    all,
    ways: all ? [] : merged(ways.filter((way) => way !== 'all')),
    complained: complained(at),
  }
}

function wayOf(relation: Relation, at: At): readonly (Way | 'all')[] {
  const { post, world } = at
  const { directory } = world
  const { is } = relation
  if (!mayHold(relation, post.role)) return []
  if (isOffice(post.role) && relation.roles?.includes(post.role) !== true) return []
  if ('anyone' in is) return is.anyone === 'post' ? ['all'] : []
  const unit = directory.units.get(post.unit)
  if (unit === undefined) return []
  if ('party' in is)
    return [{ by: 'party', units: withFormerUnits(directory, [post.unit]), roles: [is.party] }]
  if ('function' in is)
    return unit.functions.includes(is.function)
      ? is.over === undefined
        ? ['all']
        : covered(unit.area, directory)
      : []
  if ('unitType' in is) return is.unitType.includes(unit.type) ? covered(unit.area, directory) : []
  return 'seat' in is
    ? seated(at, is.seat, [post.unit])
    : seated(at, is.above, unitsUnder(directory, post.unit))
}

/** A record that names a person's post opens for whatever role that is: the kernel judges which. */
function mayHold({ roles, is }: Relation, role: Post['role']): boolean {
  return roles === undefined || roles.includes(role) || ('seat' in is && is.post !== undefined)
}

/** What lies in an area, by its codes of now and of then. */
function covered(area: number, directory: Directory): readonly (Way | 'all')[] {
  const codes = [area, ...formerAreas(directory, area).map(({ code }) => code)]
  return codes.flatMap((code): readonly (Way | 'all')[] => {
    const level = directory.areas.get(code)?.level
    if (level === 'city') return ['all']
    return level === undefined || level === 'grid' ? [] : [{ by: 'area', level, codes: [code] }]
  })
}

function seated(
  { kind, world }: At,
  name: string,
  by: readonly number[],
): readonly (Way | 'all')[] {
  const units = withFormerUnits(world.directory, by)
  const seat = kind.seats[name]
  if (seat === undefined || units.length === 0) return []
  const { is } = seat
  if (name === kind.responsible) return [{ by: 'unit', units }]
  if ('field' in is) {
    const slot = slotOf(kind, is.field)
    return [
      slot === undefined ? { by: 'field', field: is.field, units } : { by: 'slot', slot, units },
    ]
  }
  if ('self' in is) return []
  // Held by whichever such unit is nearest to the place, so only places these units cover.
  return units.flatMap((id) => {
    const unit = world.directory.units.get(id)
    return unit?.functions.includes(is.function) === true ? covered(unit.area, world.directory) : []
  })
}

export function slotOf(kind: Kind, field: string): Slot | undefined {
  return slots.find((slot) => kind.slots?.[slot] === field)
}

const slots: readonly Slot[] = ['k1', 'k2', 'k3', 'n1', 'n2', 't1', 't2']

/** Whoever is complained of, what came of it, and any unit under these, finds nothing of it. */
function complained({ kind, world: { directory }, post }: At): Ways['complained'] {
  if (kind.complainedOf === undefined) return undefined
  const above = [...directory.units.keys()].filter((unit) =>
    isUnderUnit(directory, post.unit, unit),
  )
  return { field: kind.complainedOf, units: withFormerUnits(directory, above) }
}

/** Ways over the same column made one. */
function merged(ways: readonly Way[]): readonly Way[] {
  const byColumn = Map.groupBy(ways, columnOf)
  return [...byColumn.values()].flatMap((same) => {
    const [first, ...more] = same
    return first === undefined ? [] : [more.reduce<Way>(together, first)]
  })
}

function columnOf(way: Way): string {
  switch (way.by) {
    case 'unit':
      return 'unit'
    case 'slot':
      return `slot ${way.slot}`
    case 'field':
      return `field ${way.field}`
    case 'area':
      return `area ${way.level}`
    case 'party':
      return `party ${way.units.join()}`
  }
}

function together(one: Way, other: Way): Way {
  if (one.by === 'area')
    return other.by === 'area' ? { ...one, codes: joined(one.codes, other.codes) } : one
  if (one.by === 'party')
    return other.by === 'party' ? { ...one, roles: joined(one.roles, other.roles) } : one
  return 'units' in other ? { ...one, units: joined(one.units, other.units) } : one
}

function joined<T>(one: readonly T[], other: readonly T[]): readonly T[] {
  return [...new Set([...one, ...other])]
}

/** Every unit below one in the unit tree, itself left out. */
function unitsUnder(directory: Directory, above: number): readonly number[] {
  const children = Map.groupBy(directory.units.values(), (unit) => unit.parent ?? 0)
  const found: number[] = []
  const waiting = (children.get(above) ?? []).map(({ id }) => id)
  const seen = new Set([above])
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    found.push(next)
    waiting.push(...(children.get(next) ?? []).map(({ id }) => id))
  }
  return found
}
