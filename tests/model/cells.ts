import type { Actor, Post, Role } from '../../src/kernel/actor.ts'
import { roleNames } from '../../src/kernel/actor.ts'
import { builtInCommands } from '../../src/kernel/built-in.ts'
import { ownDataCommands } from '../../src/kernel/own-data.ts'
import type { Command, Kind } from '../../src/kernel/kind.ts'
import type { Party, RecordState } from '../../src/kernel/record.ts'
import type { World } from '../../src/kernel/world.ts'
import { demoUnits } from '../../src/main/demo/units.ts'
import { demoStaff } from '../../src/main/demo/staff.ts'
import { postIn } from './stage.ts'
import { isSeen, lineOf, sitterOf, standsAs } from './standing.ts'

/** One thing to try: a command of a record by somebody who stands to it so. */
export type Cell = {
  readonly kind: Kind
  readonly record: RecordState
  readonly name: string
  readonly command: Command
  readonly party: Party | undefined
  readonly actor: Actor
  readonly isAllowed: boolean
  /** Kind, command, role and relation: what the table is made of. */
  readonly key: string
  /** The relation by which it may, or in which it may not. */
  readonly way: string
  /** Kind and command, and whose party it is. */
  readonly of: string
}

/** Every way of trying the commands offered where a record stands, by every role of every unit that
 *  has to do with it, and by strangers. */
export function cellsOf(kind: Kind, record: RecordState, world: World): readonly Cell[] {
  const asked = commandsAt(kind, record)
  const actors: readonly Actor[] = [
    ...peopleAround(kind, record, world).map((post) => ({ by: 'post', post }) as const),
    ...namedIn(kind, record).map((post) => ({ by: 'post', post }) as const),
    { by: 'link', record: record.id },
  ]
  const byParty = Map.groupBy(asked, ({ party }) => party)
  return [...byParty].flatMap(([party, commands]) =>
    actors.flatMap((actor) => {
      const at = { kind, world, record, actor, party }
      const stands = standsAs(at)
      const seen = isSeen(at)
      return commands.flatMap((one) => cellsFor({ ...one, kind, record, actor }, { stands, seen }))
    }),
  )
}

function cellsFor(
  one: Pick<Cell, 'kind' | 'record' | 'name' | 'command' | 'party' | 'actor'>,
  { stands, seen }: { readonly stands: readonly string[]; readonly seen: boolean },
): readonly Cell[] {
  const { kind, name, command, party, actor } = one
  const isAllowed = seen && command.by.some((way) => stands.includes(way))
  const ways = stands.filter((way) => !isAllowed || command.by.includes(way))
  const of = [kind.name, party?.role, name].filter((part) => part !== undefined).join(' ')
  const who = actor.by === 'post' ? actor.post.role : actor.by
  return (ways.length === 0 ? ['none'] : ways).map((way) => {
    const key = [of, who, way, isAllowed ? 'may' : 'may not'].join(' | ')
    return { ...one, isAllowed, key, of, way }
  })
}

type Asked = Pick<Cell, 'name' | 'command' | 'party'>

/** What people may ask where the record, and each of its parties, stands. */
function commandsAt(kind: Kind, record: RecordState): readonly Asked[] {
  const state = kind.states[record.state]
  const { reveal, relocate: _, ...working } = builtInCommands
  const shared = {
    ...(state?.is === 'working' ? working : {}),
    ...(kind.reveal === undefined || reveal === undefined ? {} : { reveal }),
    ...ownDataCommands(kind),
  }
  const own = Object.entries({ ...shared, ...state?.commands })
  const ofParties = record.parties.flatMap((party) =>
    Object.entries(kind.parties?.[party.role]?.states[party.state]?.commands ?? {}).map(
      ([name, command]) => ({ name, command, party }),
    ),
  )
  return [
    ...own.map(([name, command]) => ({ name, command, party: undefined })),
    ...ofParties,
  ].filter(({ command }) => isAskedByPeople(command))
}

export function isAskedByPeople({ by }: Command): boolean {
  return by.some((name) => !['clock', 'effect', 'courier'].includes(name))
}

const staff = new Map(demoStaff(demoUnits()).posts.map((post) => [post.id, post]))

/** Whom a record names in person, where a relation is for nobody else. */
function namedIn({ relations }: Kind, { fields }: RecordState): readonly Post[] {
  return Object.values(relations).flatMap(({ is }) => {
    const named = 'seat' in is && is.post !== undefined ? fields[is.post] : undefined
    return typeof named === 'string' ? (staff.get(named) ?? []) : []
  })
}

/** Units that sit, take part, stand above, or lie around; and two from elsewhere. All their roles. */
function peopleAround(kind: Kind, record: RecordState, world: World): readonly Post[] {
  const { units } = world.directory
  const sitting = Object.values(kind.seats)
    .flatMap((seat) => sitterOf(seat, { world, record, party: undefined }) ?? [])
    .flatMap((unit) => lineOf(world, unit))
  const around = [...units.values()].filter(({ area }) =>
    Object.values(record.place).includes(area),
  )
  const away = [...units.values()].filter(({ area }) => !Object.values(record.place).includes(area))
  const ofEach = [
    ...Map.groupBy(around, ({ type, functions }) => `${type} ${functions.join()}`),
  ].flatMap(([, some]) => some.slice(0, 1).map(({ id }) => id))
  const strangers = ['street', 'department'].flatMap(
    (type) => away.find((unit) => unit.type === type)?.id ?? [],
  )
  const all = [...sitting, ...record.parties.map(({ unit }) => unit), ...ofEach, ...strangers]
  return [...new Set(all)]
    .filter((unit) => units.has(unit))
    .flatMap((unit) => roles.map((role) => postIn(unit, role)))
}

export const roles = Object.keys(roleNames).filter((name): name is Role => name in roleNames)
