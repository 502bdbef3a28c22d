import { type Actor, type Role, roleNames } from '../../../kernel/actor.ts'
import { deltasOf, todosOf } from '../../../kernel/derive.ts'
import { placeOf } from '../../../kernel/directory.ts'
import type { Value } from '../../../kernel/field.ts'
import type { Kind } from '../../../kernel/kind.ts'
import { offersFor } from '../../../kernel/offers.ts'
import type { Rehearsed } from '../../../kernel/rehearsal.ts'
import {
  at,
  governedUnits,
  governedWorld,
  post,
  type Story,
  story,
  town,
  unit,
} from '../../../kernel/testing.ts'
import type { World } from '../../../kernel/world.ts'
import { agendaItem } from '../agenda-item/kind.ts'
import { guidanceRecord } from '../guidance-record.ts'
import { keyProblem } from '../key-problem.ts'
import { meetingBody } from '../meeting-body/kind.ts'
import { meetingDecision } from '../meeting-decision/kind.ts'
import { responsibilityMatter } from '../responsibility-matter.ts'
import { meeting } from './kind.ts'

const all: readonly Kind[] = [
  meetingBody,
  meeting,
  agendaItem,
  meetingDecision,
  guidanceRecord,
  keyProblem,
  responsibilityMatter,
]
const kinds: ReadonlyMap<string, Kind> = new Map(all.map((kind) => [kind.name, kind]))

export const street = post('clerk', unit.street)
export const community = post('secretary', unit.community)
export const bureau = post('clerk', unit.bureau)
export const committee = post('leader', unit.committee)
export const organisation = post('clerk', unit.organisation)
export const cityCommittee = post('leader', unit.cityCommittee)
export const supervision = post('supervisor', unit.supervision)

export type Data = Readonly<Record<string, Value>>
/** Who, when, and what is typed. */
type When = readonly [Actor, string, Data?]

/** Governed town in which bodies meet; a step says who and when and throws when it is refused. */
export type Meetings = Story & {
  readonly starts: (
    kind: string,
    command: string,
    how: { readonly by: Actor; readonly area: number; readonly at?: string; readonly data?: Data },
  ) => Rehearsed
  readonly step: (id: string, command: string, how: When) => void
  readonly refused: (id: string, command: string, how: When) => string | undefined
  readonly fields: (id: string) => Data
  readonly expected: (id: string) => readonly string[]
  readonly until: (moment: string, id?: string) => readonly string[]
}

export function meetings(change: Partial<World> = {}): Meetings {
  const told = story(kinds, governedWorld(kinds.values(), change))
  const refused: Meetings['refused'] = (id, command, [by, when, data = {}]) => {
    const done = told.does(id, command, { by, at: when, data })
    return done.ok ? undefined : done.refused
  }
  return {
    ...told,
    refused,
    starts: (kind, command, { by, area, at: when = '08-03 09:00', data = {} }) => {
      told.city.until(at(when))
      const place = placeOf(told.world.directory, area)
      return told.city.ask({ kind, command, actor: by, at: at(when), place, data })
    },
    step: (id, command, how) => {
      const why = refused(id, command, how)
      if (why !== undefined) throw new Error(`${command} is refused: ${why}`)
    },
    fields: (id) => told.city.record(id)?.fields ?? {},
    expected: (id) => {
      const record = told.city.record(id)
      const kind = kinds.get(record?.kind ?? '')
      return record === undefined || kind === undefined
        ? []
        : todosOf(kind, told.world, record).map((todo) => `${todo.unit} ${todo.command}`)
    },
    until: (moment, id) =>
      told.city
        .until(at(moment))
        .filter(({ after }) => id === undefined || after.id === id)
        .map(({ event }) => event.type),
  }
}

const isRole = (name: string): name is Role => name in roleNames
const everybody: readonly Actor[] = governedUnits.flatMap(({ id }) =>
  Object.keys(roleNames)
    .filter(isRole)
    .map((role) => post(role, id)),
)

/** The roles of those who prepare and follow up meetings, as the tables write them. */
export const officialRoles = 'clerk dispatcher head leader secretary'

/** Who is offered what, as 'unit: role role', by command; those of a party as 'role/unit/command'. */
export function offered(told: Meetings, id: string, moment: string): Record<string, string[]> {
  const record = told.city.record(id)
  const kind = kinds.get(record?.kind ?? '')
  if (record === undefined || kind === undefined) return {}
  const found = everybody.flatMap((actor) =>
    offersFor(kind, { world: told.world, record, actor, at: at(moment), facts: {} })
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

/** Everyone to whom the record exists, as 'unit: role role'. */
export function readers(told: Meetings, id: string, moment: string): readonly string[] {
  return byUnit(
    everybody.filter((by) => told.refused(id, 'nothing', [by, moment]) === 'notOffered'),
  )
}

/** Everyone who may begin something in a place, as 'unit: role role'. */
export function starters(
  told: Meetings,
  kind: string,
  how: { readonly command: string; readonly area: number; readonly data: () => Data },
): readonly string[] {
  const { command, area, data } = how
  return byUnit(
    everybody.filter((by) => {
      const done = told.starts(kind, command, { by, area, data: data() })
      return done.ok || !['notAllowed', 'notVisible'].includes(done.refused)
    }),
  )
}

/** What an answer's steps add to the counts of a kind, stock apart: '+held@08-03'. */
export function counts(told: Meetings, name: string, done: Rehearsed): readonly string[] {
  return (done.ok ? done.steps : []).flatMap((step) =>
    step.kind.name === name
      ? deltasOf(step.kind, told.world, step)
          .filter((delta) => !delta.measure.startsWith('state:'))
          .map((delta) => `${delta.n > 0 ? '+' : '-'}${delta.measure}@${delta.day.slice(5)}`)
      : [],
  )
}

function byUnit(actors: readonly Actor[]): string[] {
  const roles = new Map<number, string[]>()
  for (const actor of actors)
    if (actor.by === 'post')
      roles.set(actor.post.unit, [...(roles.get(actor.post.unit) ?? []), actor.post.role])
  return [...roles].map(([one, held]) => `${one}: ${held.toSorted().join(' ')}`)
}

/** A street's joint meeting with its first community and a bureau, running since 3 August. */
export function streetBody(told = meetings(), data: Data = {}): { told: Meetings; body: string } {
  const body = begun(
    told.starts('meeting-body', 'establish', {
      by: street,
      area: town.street,
      data: {
        sort: 'joint',
        title: '前街党建联席会议',
        units: [unit.community, unit.bureau],
        duty: '共商辖区治理事项',
        ...data,
      },
    }),
  )
  told.step(body, 'activate', [street, '08-03 09:10'])
  return { told, body }
}

export function begun(done: Rehearsed): string {
  if (!done.ok) throw new Error(`refused: ${done.refused}`)
  return done.record.id
}

/** The record of a kind that a step's effects opened. */
export function opened(done: Rehearsed, kind: string): string {
  const found = done.ok
    ? done.steps.find((step) => step.openedBy !== undefined && step.kind.name === kind)?.after.id
    : undefined
  if (found === undefined) throw new Error(`no ${kind} was opened`)
  return found
}

export const nextMeeting = {
  title: '八月联席会议',
  startAt: at('08-10 09:00'),
  endAt: at('08-10 11:00'),
  spot: '前街党群服务中心',
}

/** The body's meeting on Monday 10 August, being prepared. */
export function planned(): { told: Meetings; body: string; id: string } {
  const { told, body } = streetBody()
  const done = told.does(body, 'convene', { by: street, at: '08-03 10:00', data: nextMeeting })
  return { told, body, id: opened(done, 'meeting') }
}

export function notified() {
  const told = planned()
  told.told.step(told.id, 'notify', [street, '08-04 09:00'])
  return told
}

export function holding() {
  const told = notified()
  told.told.step(told.id, 'open', [street, '08-10 09:00'])
  return told
}
