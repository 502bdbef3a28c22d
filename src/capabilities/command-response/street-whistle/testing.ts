import type { Actor } from '../../../kernel/actor.ts'
import { todosOf } from '../../../kernel/derive.ts'
import type { Value } from '../../../kernel/field.ts'
import type { Party, RecordState } from '../../../kernel/record.ts'
import type { Rehearsed, Step } from '../../../kernel/rehearsal.ts'
import { at, post, type Story, story, town, townWorld, unit } from '../../../kernel/testing.ts'
import type { World } from '../../../kernel/world.ts'
import { kinds } from '../resident-appeal/testing.ts'
import { streetWhistle } from './kind.ts'

export const clerk = post('clerk', unit.street)
export const bureau = post('clerk', unit.bureau)
export const traffic = post('clerk', unit.traffic)
export const cityBureau = post('clerk', unit.cityBureau)
export const otherStreet = post('clerk', unit.otherStreet)
export const foreignStreet = post('clerk', unit.foreignStreet)
export const arbiter = post('arbiter', unit.arbiter)
export const cityArbiter = post('arbiter', unit.cityArbiter)
export const supervisor = post('supervisor', unit.supervision)
export const leader = post('leader', unit.committee)

export type Data = Readonly<Record<string, Value>>
type When = readonly [Actor, string]

/** A whistle's story: each step names who and when, and throws when it is refused. */
export type WhistleStory = Story & {
  readonly id: string
  readonly step: (command: string, when: When, data?: Data) => readonly Step[]
  readonly refused: (command: string, when: When, data?: Data) => string | undefined
  readonly record: () => RecordState
  readonly party: (unit: number) => Party
  readonly until: (moment: string) => readonly string[]
}

/** The bureau leads; traffic and the city's bureau are called with it. */
const three = {
  title: '夜市占道整治',
  matter: '夜市占道、乱停车、无证照经营，街道没有执法权',
  occasion: 'enforcement',
  lead: unit.bureau,
  called: [unit.traffic, unit.cityBureau],
  basis: '街道办事处条例',
} as const

/** Blown by the front street on Monday 3 August at nine. */
export function whistle(data: Data = {}, change: Partial<World> = {}): WhistleStory {
  const told = story(kinds, townWorld(kinds.values(), change))
  const id = told.begin({
    kind: 'street-whistle',
    command: 'whistle',
    area: town.community,
    by: clerk,
    at: '08-03 09:00',
    data: { ...three, ...data },
  })
  return toldOf(told, id)
}

export function toldOf(told: Story, id: string): WhistleStory {
  const does = (command: string, [by, when]: When, data: Data = {}): Rehearsed =>
    told.does(id, command, { by, at: when, data })
  const record = () => {
    const found = told.city.record(id)
    if (found === undefined) throw new Error(`no record ${id}`)
    return found
  }
  return {
    ...told,
    id,
    record,
    step: (command, when, data) => {
      const done = does(command, when, data)
      if (!done.ok) throw new Error(`${command} is refused: ${done.refused}`)
      return done.steps
    },
    refused: (command, when, data) => {
      const done = does(command, when, data)
      return done.ok ? undefined : done.refused
    },
    party: (member) => {
      const found = record().parties.find((party) => party.unit === member)
      if (found === undefined) throw new Error(`no party ${member}`)
      return found
    },
    until: (moment) => told.city.until(at(moment)).map((step) => step.event.type),
  }
}

/** `department/13/` before a command of the bureau, and so on. */
export const of = (member: number, role = 'department') => `${role}/${member}/`

/** Signed and arrived by Monday eleven, one after the other. */
export function arrives(told: WhistleStory, actor: Actor, role = 'department'): void {
  const own = of(unitOf(actor), role)
  told.step(`${own}sign`, [actor, '08-03 10:00'])
  told.step(`${own}arrive`, [actor, '08-03 11:00'], { how: 'onSite' })
}

export function finishes(told: WhistleStory, actor: Actor, when = '08-04 16:00'): void {
  told.step(`${of(unitOf(actor))}finish`, [actor, when], { result: '已联合执法' })
}

function unitOf(actor: Actor): number {
  if (actor.by !== 'post') throw new Error('not a post')
  return actor.post.unit
}

/** Only the bureau is called; it has arrived and finished, and the street is asked to accept. */
export function submitted(data: Data = {}, change: Partial<World> = {}): WhistleStory {
  const told = whistle({ called: [], ...data }, change)
  arrives(told, bureau)
  finishes(told, bureau)
  told.step('submit', [bureau, '08-04 17:00'], { result: '已清理完毕' })
  return told
}

/** What is expected now, as 'unit command'. */
export function todos(told: WhistleStory): readonly string[] {
  const all = todosOf(streetWhistle, told.world, told.record())
  return all.map((todo) => `${todo.unit} ${todo.command}`)
}

/** It disputes on Monday and the district, or the city above it, releases it. */
export function releases(told: WhistleStory, actor: Actor, by = arbiter): void {
  const own = of(unitOf(actor))
  told.step(`${own}dispute`, [actor, '08-03 09:20'], { reason: '不属本单位职责' })
  told.step(`${own}release`, [by, '08-03 09:40'], { reason: '清单写明由城管牵头' })
}

/** A whistle as an appeal's effect opens it, in a town of its own. */
export function outOfAppeal(data: Data, told: Story = whistle()): Rehearsed {
  return told.city.ask({
    kind: 'street-whistle',
    command: 'whistleForAppeal',
    actor: { by: 'effect', of: 'x' },
    at: at('08-03 09:30'),
    place: { city: 1, district: 11, street: 111 },
    data: {
      matter: '占道经营',
      occasion: 'demand',
      lead: unit.bureau,
      appeal: 'x',
      street: unit.street,
      ...data,
    },
  })
}
