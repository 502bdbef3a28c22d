import { type Actor, type Role, roleNames } from '../../../kernel/actor.ts'
import { deltasOf, todosOf } from '../../../kernel/derive.ts'
import { type Area, directoryOf } from '../../../kernel/directory.ts'
import type { Value } from '../../../kernel/field.ts'
import type { Kind } from '../../../kernel/kind.ts'
import { offersFor } from '../../../kernel/offers.ts'
import type { Rehearsed } from '../../../kernel/rehearsal.ts'
import {
  at,
  post,
  type Story,
  story,
  town,
  townWorld,
  unit,
  units,
} from '../../../kernel/testing.ts'
import type { World } from '../../../kernel/world.ts'
import { gridFinding } from './kind.ts'

const kinds: ReadonlyMap<string, Kind> = new Map<string, Kind>([[gridFinding.name, gridFinding]])

export const grid = { own: 1_111_001, other: 1_112_001 } as const
const grids: readonly Area[] = [
  { code: grid.own, level: 'grid', type: '网格', name: '第一网格', parent: town.community },
  { code: grid.other, level: 'grid', type: '网格', name: '第一网格', parent: town.otherCommunity },
]

export const walker = post('gridWorker', unit.community)
export const worker = post('worker', unit.community)
export const chief = post('secretary', unit.community)
export const street = post('dispatcher', unit.street)
export const office = post('clerk', unit.office)
export const district = post('dispatcher', unit.desk)
export const bureau = post('clerk', unit.bureau)
export const traffic = post('clerk', unit.traffic)

type Data = Readonly<Record<string, Value>>
type When = readonly [Actor, string]

/** A finding's story: each step names who and when, and throws when it is refused. */
export type FindingStory = Story & {
  readonly id: string
  readonly step: (command: string, when: When, data?: Data) => void
  readonly tries: (command: string, when: When, data?: Data) => Rehearsed
  readonly refused: (command: string, when: When, data?: Data) => string | undefined
  readonly fields: () => Readonly<Record<string, Value>>
  readonly due: (clock: string) => number | undefined
}

type Start = { readonly by?: Actor; readonly data?: Data; readonly world?: Partial<World> }

/** Reported by a grid worker on Monday 3 August at nine. */
export function finding({ by = walker, data = {}, world = {} }: Start = {}): FindingStory {
  const plain = townWorld(kinds.values())
  const directory = directoryOf([...plain.directory.areas.values(), ...grids], units)
  const told = story(kinds, { ...plain, directory, ...world })
  const given = { category: 'litter', ...data }
  const about = { kind: 'grid-finding', command: 'report', area: town.community }
  const id = told.begin({ ...about, by, at: '08-03 09:00', data: given })
  const tries = (command: string, [who, when]: When, input: Data = {}) =>
    told.does(id, command, { by: who, at: when, data: input })
  return {
    ...told,
    id,
    tries,
    step: (command, when, input) => {
      const done = tries(command, when, input)
      if (!done.ok) throw new Error(`${command} is refused: ${done.refused}`)
    },
    refused: (command, when, input) => {
      const done = tries(command, when, input)
      return done.ok ? undefined : done.refused
    },
    fields: () => told.city.record(id)?.fields ?? {},
    due: (clock) => told.city.record(id)?.clocks[clock]?.stages[0]?.due,
  }
}

/** Verified by the community at half past nine. */
export function verified(start: Start = {}, limitClass = 'ordinary'): FindingStory {
  const told = finding(start)
  told.step('verify', [worker, '08-03 09:30'], { limitClass })
  return told
}

/** Passed up to the street, given to its office at ten. */
export function dispatched(start: Start = {}, limitClass = 'ordinary'): FindingStory {
  const told = verified(start, limitClass)
  told.step('passUp', [worker, '08-03 09:40'], { reason: '需要执法' })
  told.step('dispatch', [street, '08-03 10:00'], { handler: unit.office })
  return told
}

/** Signed by the office at half past ten. */
export function handling(start: Start = {}, limitClass = 'ordinary'): FindingStory {
  const told = dispatched(start, limitClass)
  told.step('sign', [office, '08-03 10:30'])
  return told
}

/** Handled by Tuesday noon; the finder is asked. */
export function handled(start: Start = {}): FindingStory {
  const told = handling(start)
  told.step('finish', [office, '08-04 11:00'], { result: '已清理完毕' })
  return told
}

/** Who is expected to do what now: 'unit command'. */
export function expected(told: FindingStory): readonly string[] {
  const record = told.city.record(told.id)
  return record === undefined
    ? []
    : todosOf(gridFinding, told.world, record).map(({ unit: by, command }) => `${by} ${command}`)
}

const isRole = (name: string): name is Role => name in roleNames
const everybody: readonly Actor[] = units.flatMap(({ id }) =>
  Object.keys(roleNames)
    .filter(isRole)
    .map((role) => post(role, id)),
)

/** Who is offered what, as 'unit: role role', by command; those of a party as 'role/unit/command'. */
export const offered = offeredAt('08-05 09:00')

export function offeredAt(moment: string) {
  return ({ city, world }: Story, id: string, kind: Kind): Readonly<Record<string, string[]>> => {
    const record = city.record(id)
    if (record === undefined) return {}
    const found = everybody.flatMap((actor) =>
      offersFor(kind, { world, record, actor, at: at(moment), facts: {} })
        .filter(({ command }) => !['take', 'putBack', 'handOn'].includes(command))
        .map(({ command, party }) => ({
          name: party === undefined ? command : `${party.role}/${party.unit}/${command}`,
          actor,
        })),
    )
    const names = [...new Set(found.map(({ name }) => name))]
    return Object.fromEntries(
      names.map((name) => [
        name,
        byUnit(found.flatMap((one) => (one.name === name ? [one.actor] : []))),
      ]),
    )
  }
}

/** Everyone to whom the record exists, as 'unit: role role'. */
export function readers(told: Story, id: string): readonly string[] {
  return byUnit(
    everybody.filter((by) => {
      const answer = told.does(id, 'nothing', { by, at: '08-05 15:00' })
      return !answer.ok && answer.refused === 'notOffered'
    }),
  )
}

function byUnit(actors: readonly Actor[]): string[] {
  const roles = new Map<number, string[]>()
  for (const actor of actors)
    if (actor.by === 'post')
      roles.set(actor.post.unit, [...(roles.get(actor.post.unit) ?? []), actor.post.role])
  return [...roles].map(([one, held]) => `${one}: ${held.toSorted().join(' ')}`)
}

/** What an answer's steps add to the counts, stock apart: '+filed', '-handled'. */
export function counts(told: Story, kind: Kind, done: Rehearsed): readonly string[] {
  return (done.ok ? done.steps : []).flatMap((step) =>
    step.kind === kind
      ? deltasOf(kind, told.world, step)
          .filter((delta) => !delta.measure.startsWith('state:'))
          .map((delta) => `${delta.n > 0 ? '+' : '-'}${delta.measure}@${delta.day.slice(5)}`)
      : [],
  )
}
