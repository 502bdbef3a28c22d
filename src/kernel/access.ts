import { type Actor, isOffice, type Post } from './actor.ts'
import { isUnderUnit, unitFor } from './directory.ts'
import { type Field, numberOf, textOf, type Values } from './field.ts'
import type { Kind, Relation, Seat } from './kind.ts'
import { isUnderUnitOrHeir, isWithin, standInUnit } from './lineage.ts'
import type { Party, RecordState } from './record.ts'
import type { World } from './world.ts'

/** The unit that sits in a seat of a record, if any. */
export function seatUnit(
  seat: Seat,
  { world, record, party }: { world: World; record: RecordState; party?: Party | undefined },
): number | undefined {
  const { is } = seat
  if ('field' in is) return numberOf(record.fields, is.field)
  if ('self' in is) return party?.unit
  return unitFor(world.directory, is, record.place)?.id
}

/** In which declared ways an actor stands to a record. Only the one post counts, and whoever is
 *  complained of stands in none. Asked of one party, a relation of its role is that party's alone:
 *  who takes part beside it does not speak for it. */
export function relationsOf(
  kind: Kind,
  {
    world,
    record,
    actor,
    party,
  }: { world: World; record: RecordState; actor: Actor; party?: Party | undefined },
): ReadonlySet<string> {
  if (actor.by === 'clock' || actor.by === 'effect') return new Set([actor.by])
  if (actor.by === 'courier')
    return new Set(record.version === 0 || isSharedWith(kind, record, actor.city) ? [actor.by] : [])
  if (actor.by === 'post' && isComplainedOf(kind, record.fields, { world, unit: actor.post.unit }))
    return new Set()
  return new Set(
    Object.entries(kind.relations)
      .filter(([, relation]) => stands(relation, { kind, world, record, actor, party }))
      .map(([name]) => name),
  )
}

/** True when the record has its counterpart in that neighbouring city. */
export function isSharedWith(kind: Kind, { fields }: RecordState, city: number): boolean {
  return kind.sharedWith !== undefined && textOf(fields, kind.sharedWith) === String(city)
}

/** True when the record complains of this unit, of one above it, or of one that these came of. */
export function isComplainedOf(
  kind: Kind,
  fields: Values,
  { world, unit }: { world: World; unit: number },
): boolean {
  const complained =
    kind.complainedOf === undefined ? undefined : numberOf(fields, kind.complainedOf)
  return complained !== undefined && isUnderUnitOrHeir(world.directory, unit, complained)
}

/** True when a step puts the unit complained of, or one under it, in a seat or among the parties:
 *  by what is typed, by a setter, or by another record's effect. */
export function givesToTheComplainedOf(
  kind: Kind,
  world: World,
  { before, after }: { readonly before: RecordState; readonly after: RecordState },
): boolean {
  const name = kind.complainedOf
  if (name === undefined) return false
  const known = before.fields[name] === after.fields[name] ? unitsIn(kind, before) : []
  return unitsIn(kind, after).some(
    (unit) => !known.includes(unit) && isComplainedOf(kind, after.fields, { world, unit }),
  )
}

function unitsIn(kind: Kind, record: RecordState): readonly number[] {
  const seated = Object.values(kind.seats).map(({ is }) =>
    'field' in is ? numberOf(record.fields, is.field) : undefined,
  )
  return [
    ...seated.filter((unit) => unit !== undefined),
    ...record.parties.map((party) => party.unit),
  ]
}

/** True when these relations let their holder see the record at all. */
export function maySee(kind: Kind, relations: ReadonlySet<string>): boolean {
  return kind.see.some((name) => relations.has(name))
}

/** True when these relations let their holder read the field. */
export function mayRead(field: Field, relations: ReadonlySet<string>): boolean {
  return field.seenBy === undefined || field.seenBy.some((name) => relations.has(name))
}

function stands(
  relation: Relation,
  {
    kind,
    world,
    record,
    actor,
    party,
  }: {
    kind: Kind
    world: World
    record: RecordState
    actor: Exclude<Actor, { by: 'clock' }>
    party: Party | undefined
  },
): boolean {
  const { is, roles } = relation
  const named = 'seat' in is && is.post !== undefined ? textOf(record.fields, is.post) : undefined
  if (named !== undefined && !(actor.by === 'post' && actor.post.id === named)) return false
  const asked = named === undefined ? roles : undefined
  if (asked !== undefined && !(actor.by === 'post' && asked.includes(actor.post.role))) return false
  // The unit an administrator sits in lends them nothing: only a relation that names their role does.
  if (roles === undefined && actor.by === 'post' && isOffice(actor.post.role)) return false
  if ('anyone' in is) return holdsOpenly(is.anyone, actor, record)
  if (actor.by !== 'post') return false
  return postStands(is, actor.post, { kind, world, record, party })
}

function holdsOpenly(who: 'post' | 'public' | 'link', actor: Actor, record: RecordState): boolean {
  if (who === 'link') return actor.by === 'link' && actor.record === record.id
  return actor.by === who
}

function postStands(
  is: Exclude<Relation['is'], { anyone: string }>,
  post: Post,
  at: { kind: Kind; world: World; record: RecordState; party: Party | undefined },
): boolean {
  const { kind, world, record, party } = at
  const { directory } = world
  // Who took over stands where the ended unit stood: what was closed there can still be read.
  const now = (id: number) => (directory.isDated ? standInUnit(directory, id, record.place) : id)
  if ('party' in is && party?.role === is.party) return now(party.unit) === post.unit
  if ('party' in is)
    return record.parties.some((one) => one.role === is.party && now(one.unit) === post.unit)
  const unit = directory.units.get(post.unit)
  if (unit === undefined) return false
  if ('function' in is)
    return (
      unit.functions.includes(is.function) &&
      (is.over === undefined || isWithin(directory, unit.area, record.place))
    )
  if ('unitType' in is)
    return is.unitType.includes(unit.type) && isWithin(directory, unit.area, record.place)
  const name = 'seat' in is ? is.seat : is.above
  const seat = kind.seats[name]
  const sits = seat === undefined ? undefined : seatUnit(seat, { world, record })
  if (sits === undefined) return false
  const seated = now(sits)
  return 'seat' in is
    ? seated === post.unit
    : seated !== post.unit && isUnderUnit(directory, seated, post.unit)
}
