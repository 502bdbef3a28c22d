import type { Actor, Role } from '../../kernel/actor.ts'
import { maySee } from '../../kernel/access.ts'
import type { Command, Kind } from '../../kernel/kind.ts'
import { type Party, type RecordState, unopenedRecord } from '../../kernel/record.ts'
import { standingOf } from '../../kernel/standing.ts'
import { governedUnits, governedWorld, post, story, type Story } from '../../kernel/testing.ts'
import type { Value } from '../../kernel/field.ts'
import type { World } from '../../kernel/world.ts'

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

/** Who may see a record and ask each of its commands, by unit and role, whatever the rules say: what
 *  a test compares with a table written by hand. */
export function whoMay(
  kind: Kind,
  { world, record }: { readonly world: World; readonly record: RecordState },
): Readonly<Record<string, readonly string[]>> {
  const at = { world, record }
  const see = (relations: ReadonlySet<string>) => maySee(kind, relations)
  const own = asked(kind, at, Object.entries(kind.states[record.state]?.commands ?? {}))
  const ofParties = record.parties.flatMap((party) => {
    const within = kind.parties?.[party.role]?.states[party.state]?.commands ?? {}
    return Object.entries(asked(kind, { ...at, party }, Object.entries(within))).map(
      ([name, those]) => [`${party.role}/${party.unit}/${name}`, those] as const,
    )
  })
  return { see: named(kind, at, see), ...own, ...Object.fromEntries(ofParties) }
}

/** Who may begin one at a place. */
export function whoMayStart(
  kind: Kind,
  { world, place }: { readonly world: World; readonly place: RecordState['place'] },
): Readonly<Record<string, readonly string[]>> {
  const record = unopenedRecord({ kind: kind.name, place })
  return asked(kind, { world, record }, Object.entries(kind.starts))
}

type At = {
  readonly world: World
  readonly record: RecordState
  readonly party?: Party | undefined
}

function asked(kind: Kind, at: At, commands: readonly (readonly [string, Command])[]) {
  return Object.fromEntries(
    commands
      .filter(([, { by }]) => !by.includes('clock') && !by.includes('effect'))
      .map(([name, { by }]) => [
        name,
        named(kind, at, (relations) => by.some((one) => relations.has(one))),
      ]),
  )
}

function named(kind: Kind, at: At, may: (relations: ReadonlySet<string>) => boolean) {
  const found = governedUnits
    .toSorted((a, b) => a.id - b.id)
    .flatMap(({ id, name }) => {
      const those = roles.filter((role) =>
        may(standingOf(kind, { ...at, actor: post(role, id), of: [] })),
      )
      if (those.length === 0) return []
      return [those.length === roles.length ? name : `${name} ${those.join(' ')}`]
    })
  return found.length === governedUnits.length && found.every((one) => !one.includes(' '))
    ? ['everyone']
    : found
}

/** Who asks, when, and with what. */
export type How = readonly [Actor, string, Readonly<Record<string, Value>>?]

export type Told = Story & {
  /** Asks, and gives the code of the refusal if there was one. */
  readonly refused: (id: string, command: string, how: How) => string | undefined
  /** Asks what must be possible. */
  readonly step: (id: string, command: string, how: How) => void
  readonly record: (id: string) => RecordState
  /** Records of a kind that came to be, in order. */
  readonly all: (kind: string) => readonly RecordState[]
}

/** A story in the governed town, with shorter words. */
export function tale(list: readonly Kind[], change: Partial<World> = {}): Told {
  const kinds = new Map(list.map((kind) => [kind.name, kind]))
  const told = story(kinds, governedWorld(list, change))
  const refused: Told['refused'] = (id, command, [by, at, data = {}]) => {
    const answer = told.does(id, command, { by, at, data })
    return answer.ok ? undefined : answer.refused
  }
  const record = (id: string) => {
    const found = told.city.record(id)
    if (found === undefined) throw new Error(`no record ${id}`)
    return found
  }
  return {
    ...told,
    refused,
    record,
    step: (id, command, how) => {
      const code = refused(id, command, how)
      if (code !== undefined) throw new Error(`${command} is refused: ${code}`)
    },
    all: (kind) =>
      Array.from({ length: 2_000 }, (_, n) => told.city.record(`id-${n}`)).filter(
        (one) => one?.kind === kind,
      ) as readonly RecordState[],
  }
}
