import type { Actor } from '../../../kernel/actor.ts'
import { placeOf } from '../../../kernel/directory.ts'
import type { Value } from '../../../kernel/field.ts'
import type { Kind } from '../../../kernel/kind.ts'
import type { Rehearsed } from '../../../kernel/rehearsal.ts'
import { at, post, type Story, story, town, townWorld, unit } from '../../../kernel/testing.ts'
import { kinds as others } from '../resident-appeal/testing.ts'
import { jointRemediation } from './kind.ts'

const kinds: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ...others,
  [jointRemediation.name, jointRemediation],
])

export const clerk = post('clerk', unit.street)
export const bureau = post('clerk', unit.bureau)
export const traffic = post('clerk', unit.traffic)
export const worker = post('worker', unit.community)

type Data = Readonly<Record<string, Value>>
type When = readonly [Actor, string]

/** The words of the example: some twenty days, two departments. */
const campaign = {
  title: '夜市街集中整治',
  aim: '占道经营、乱停车、无证照经营',
  spot: '文化巷一带',
  startOn: '2026-08-03',
  endOn: '2026-08-24',
  units: [unit.bureau, unit.traffic],
}

export type CampaignStory = Story & {
  readonly tries: (by: Actor, data?: Data, area?: number) => Rehearsed
}

export function campaigns(): CampaignStory {
  const told = story(kinds, townWorld(kinds.values()))
  return {
    ...told,
    tries: (actor, data = {}, area = town.community) => {
      told.city.until(at('08-03 09:00'))
      return told.city.ask({
        kind: 'joint-remediation',
        command: 'begin',
        actor,
        at: at('08-03 09:00'),
        place: placeOf(told.world.directory, area),
        data: { ...campaign, ...data },
      })
    },
  }
}

export type Underway = CampaignStory & {
  readonly id: string
  readonly step: (command: string, when: When, data?: Data) => void
  readonly refused: (command: string, when: When, data?: Data) => string | undefined
  readonly fields: () => Data
  readonly events: (until: string) => readonly string[]
}

/** Begun by the front street on Monday 3 August at nine. */
export function underway(data: Data = {}): Underway {
  const told = campaigns()
  const begun = told.tries(clerk, data)
  if (!begun.ok) throw new Error(`begin is refused: ${begun.refused}`)
  const { id } = begun.record
  const does = (command: string, [by, when]: When, given: Data = {}) =>
    told.does(id, command, { by, at: when, data: given })
  return {
    ...told,
    id,
    step: (command, when, given) => {
      const done = does(command, when, given)
      if (!done.ok) throw new Error(`${command} is refused: ${done.refused}`)
    },
    refused: (command, when, given) => {
      const done = does(command, when, given)
      return done.ok ? undefined : done.refused
    },
    fields: () => told.city.record(id)?.fields ?? {},
    events: (until) =>
      told.city
        .until(at(until))
        .filter((one) => one.after.id === id)
        .map((one) => one.event.type),
  }
}
