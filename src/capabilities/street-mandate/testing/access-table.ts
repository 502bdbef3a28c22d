import { maySee } from '../../../kernel/access.ts'
import type { Actor, Role } from '../../../kernel/actor.ts'
import { placeOf } from '../../../kernel/directory.ts'
import type { Command, Kind } from '../../../kernel/kind.ts'
import { type Party, type RecordState, unopenedRecord } from '../../../kernel/record.ts'
import { standingOf } from '../../../kernel/standing.ts'
import { governedUnits, post, unit } from '../../../kernel/testing.ts'
import type { World } from '../../../kernel/world.ts'

/** All roles of a city's business: the three administrators stand in no relation here. */
const roles: readonly Role[] = [
  'agent',
  'dispatcher',
  'clerk',
  'head',
  'leader',
  'caller',
  'arbiter',
  'supervisor',
  'worker',
  'gridWorker',
  'secretary',
]
const everybody: readonly Actor[] = governedUnits
  .map(({ id }) => id)
  .toSorted((a, b) => a - b)
  .flatMap((id) => roles.map((role) => post(role, id)))
const outside: readonly Actor[] = [{ by: 'public' }, { by: 'link', record: 'another' }]

/** 'street clerk head': the posts of some units, as a table by hand writes them. */
export function of(names: readonly string[], own: readonly Role[] = staff): readonly string[] {
  return names.map((name) => `${name} ${own.join(' ')}`)
}

/** Those who do the work of a unit and those who answer for it. */
const staff: readonly Role[] = ['clerk', 'head', 'leader', 'secretary']

/** All posts of every unit: what nobody is kept from. */
export const everyone: readonly string[] = whoOf(() => true)

/** Who sees a record. */
export function seers(kind: Kind, world: World, record: RecordState): readonly string[] {
  return whoOf((actor) => maySee(kind, standingOf(kind, { world, record, actor })))
}

/** Who may ask each command of a record where it stands, whatever its rules say; a party's command
 *  is written 'role/unit/command'. Commands that no person may ask are left out. */
export function askers(
  kind: Kind,
  world: World,
  record: RecordState,
): Readonly<Record<string, readonly string[]>> {
  const own = kind.states[record.state]?.commands ?? {}
  const ofParties = record.parties.map((party) => {
    const commands = kind.parties?.[party.role]?.states[party.state]?.commands ?? {}
    return table(kind, { world, record, party, prefix: `${party.role}/${party.unit}/` }, commands)
  })
  return Object.assign(table(kind, { world, record, prefix: '' }, own), ...ofParties)
}

/** Who may begin a record of the kind in an area. */
export function starters(
  kind: Kind,
  world: World,
  area: number,
): Readonly<Record<string, readonly string[]>> {
  const place = placeOf(world.directory, area)
  const record = unopenedRecord({ kind: kind.name, ...(place === undefined ? {} : { place }) })
  return table(kind, { world, record, prefix: '', starting: true }, kind.starts)
}

type At = {
  readonly world: World
  readonly record: RecordState
  readonly party?: Party
  readonly prefix: string
  readonly starting?: boolean
}

function table(kind: Kind, at: At, commands: Readonly<Record<string, Command>>) {
  const rows = Object.entries(commands).map(([name, command]) => {
    const who = whoOf((actor) => {
      const relations = standingOf(kind, { ...at, actor })
      const isSeen = at.starting === true || maySee(kind, relations)
      return isSeen && command.by.some((one) => relations.has(one))
    })
    return [`${at.prefix}${name}`, who] as const
  })
  return Object.fromEntries(rows.filter(([, who]) => who.length > 0))
}

function whoOf(may: (actor: Actor) => boolean): readonly string[] {
  const names = Object.entries(unit)
  const inside = everybody.filter(may).flatMap((actor) => (actor.by === 'post' ? [actor.post] : []))
  const byUnit = Map.groupBy(inside, (one) => one.unit)
  return [
    ...[...byUnit].map(([id, posts]) => {
      const name = names.find(([, own]) => own === id)?.[0] ?? String(id)
      return `${name} ${posts.map(({ role }) => role).join(' ')}`
    }),
    ...outside.filter(may).map(({ by }) => by),
  ]
}
