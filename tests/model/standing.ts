import type { Actor } from '../../src/kernel/actor.ts'
import type { Place } from '../../src/kernel/directory.ts'
import type { Command, Kind, Relation, Seat } from '../../src/kernel/kind.ts'
import { ownDataCommands } from '../../src/kernel/own-data.ts'
import type { Party, RecordState } from '../../src/kernel/record.ts'
import type { World } from '../../src/kernel/world.ts'

export type Stand = {
  readonly kind: Kind
  readonly world: World
  readonly record: RecordState
  readonly actor: Actor
  readonly party?: Party | undefined
}

/** How somebody stands to a record, read off the declaration as plainly as it can be told: no
 *  reorganised directories, nothing remembered. The model that the engine is measured by. */
export function standsAs(at: Stand): readonly string[] {
  const { kind, actor, party, record } = at
  if (actor.by === 'clock' || actor.by === 'effect') return [actor.by]
  if (actor.by === 'courier') {
    const shared = kind.sharedWith === undefined ? undefined : record.fields[kind.sharedWith]
    return record.version === 0 || shared === String(actor.city) ? ['courier'] : []
  }
  if (isKeptOut(at)) return []
  const declared = Object.entries(kind.relations)
    .filter(([, relation]) => holds(relation, at))
    .map(([name]) => name)
  const isOwn = actor.by === 'link' && actor.record === record.id
  if (isOwn && Object.keys(ownDataCommands(kind)).length > 0) return [...declared, 'ownData']
  if (actor.by !== 'post' || declared.length === 0) return declared
  const { unit } = actor.post
  const engine: string[] = []
  if (party?.unit === unit) engine.push('self')
  if ((kind.reveal ?? []).some((name) => declared.includes(name))) engine.push('reveals')
  if (todosIn(kind, at.world, record).some((todo) => todo.unit === unit)) engine.push('expected')
  return [...declared, ...engine]
}

/** Nobody learns of a record that complains of their own unit or of one above it. */
function isKeptOut({ kind, world, record, actor }: Stand): boolean {
  if (actor.by !== 'post' || kind.complainedOf === undefined) return false
  return lineOf(world, actor.post.unit).includes(Number(record.fields[kind.complainedOf]))
}

export function isSeen(at: Stand): boolean {
  const stands = standsAs({ ...at, party: undefined })
  return at.kind.see.some((name) => stands.includes(name))
}

export function mayAsk(command: Command, at: Stand): boolean {
  const stands = standsAs(at)
  return command.by.some((name) => stands.includes(name))
}

/** A unit and all above it. */
export function lineOf(world: World, unit: number): readonly number[] {
  const line = [unit]
  for (let at = parentOf(world, unit); at !== undefined && !line.includes(at);) {
    line.push(at)
    at = parentOf(world, at)
  }
  return line
}

function parentOf({ directory }: World, unit: number): number | undefined {
  return directory.units.get(unit)?.parent
}

const offices: readonly string[] = ['admin', 'security', 'auditor']

function holds({ is, roles }: Relation, at: Stand): boolean {
  const { actor, record, world, kind, party } = at
  const person = 'seat' in is && is.post !== undefined ? record.fields[is.post] : undefined
  const isNamed = typeof person === 'string' && person !== ''
  if (isNamed && (actor.by !== 'post' || actor.post.id !== person)) return false
  if (!isNamed && roles !== undefined)
    if (actor.by !== 'post' || !roles.includes(actor.post.role)) return false
  // The three administrators stand in nothing but what names them.
  if (roles === undefined && actor.by === 'post' && offices.includes(actor.post.role)) return false
  if ('anyone' in is) {
    if (is.anyone === 'link') return actor.by === 'link' && actor.record === record.id
    return actor.by === is.anyone
  }
  if (actor.by !== 'post') return false
  const own = world.directory.units.get(actor.post.unit)
  if ('party' in is) {
    if (party?.role === is.party) return party.unit === actor.post.unit
    return record.parties.some((one) => one.role === is.party && one.unit === actor.post.unit)
  }
  if (own === undefined) return false
  const isHere = Object.values(record.place).includes(own.area)
  if ('function' in is)
    return own.functions.includes(is.function) && (is.over === undefined || isHere)
  if ('unitType' in is) return is.unitType.includes(own.type) && isHere
  const seat = kind.seats['seat' in is ? is.seat : is.above]
  const sitting = seat && sitterOf(seat, { world, record, party: undefined })
  if (sitting === undefined) return false
  if ('seat' in is) return sitting === own.id
  return sitting !== own.id && lineOf(world, sitting).includes(own.id)
}

type Sitting = {
  readonly world: World
  readonly record: RecordState
  readonly party: Party | undefined
}

export function sitterOf({ is }: Seat, { world, record, party }: Sitting): number | undefined {
  if ('self' in is) return party?.unit
  if ('field' in is) {
    const unit = record.fields[is.field]
    return typeof unit === 'number' ? unit : undefined
  }
  return nearest(world, is, record.place)
}

function nearest(
  { directory }: World,
  { function: name, level }: { readonly function: string; readonly level?: string },
  { community, street, district, city }: Place,
): number | undefined {
  for (const area of [community, street, district, city]) {
    if (area === undefined) continue
    if (level !== undefined && directory.areas.get(area)?.level !== level) continue
    for (const unit of directory.units.values())
      if (unit.area === area && unit.functions.includes(name)) return unit.id
  }
  return undefined
}

export type Todo = {
  readonly unit: number
  readonly command: string
  readonly role: string
  readonly party: number
}

/** Who is expected to do what, in the order in which it is declared. */
export function todosIn(kind: Kind, world: World, record: RecordState): readonly Todo[] {
  const state = kind.states[record.state]
  if (state === undefined || state.is === 'end') return []
  const found: Todo[] = []
  const note = (list: typeof state.expects, party: Party | undefined) => {
    for (const { seat, command, when } of list ?? []) {
      if (when !== undefined && !holdsNow(kind, when, { world, record, party })) continue
      const declared = kind.seats[seat]
      const unit = declared && sitterOf(declared, { world, record, party })
      if (unit !== undefined)
        found.push({ unit, command, role: party?.role ?? '', party: party?.unit ?? 0 })
    }
  }
  note(state.expects, undefined)
  for (const party of record.parties)
    note(kind.parties?.[party.role]?.states[party.state]?.expects, party)
  return found
}

function holdsNow(kind: Kind, rule: string, at: Sitting): boolean {
  return (
    kind.rules[rule]?.holds({
      ...at,
      starting: false,
      input: {},
      words: {},
      actor: { by: 'clock' },
      at: at.record.openedAt,
      facts: {},
    }) ?? false
  )
}
