import type { Actor } from '../../../kernel/actor.ts'
import { placeOf } from '../../../kernel/directory.ts'
import type { Value } from '../../../kernel/field.ts'
import type { Kind } from '../../../kernel/kind.ts'
import type { Rehearsed } from '../../../kernel/rehearsal.ts'
import { at, post, type Story, story, town, townWorld, unit } from '../../../kernel/testing.ts'
import { dutyItem } from '../../street-mandate/duty-item.ts'
import { instruction } from '../instruction.ts'
import { residentAppeal } from '../resident-appeal/kind.ts'
import { returnRuling } from '../return-ruling.ts'
import { frequentDemandProject } from './kind.ts'

const kinds: ReadonlyMap<string, Kind> = new Map<string, Kind>(
  [residentAppeal, returnRuling, instruction, dutyItem, frequentDemandProject].map((kind: Kind) => [
    kind.name,
    kind,
  ]),
)

export const desk = post('dispatcher', unit.desk)
export const territory = post('dispatcher', unit.street)
export const secretary = post('secretary', unit.street)
export const bureau = post('clerk', unit.bureau)
const agent = post('agent', unit.desk)

type Data = Readonly<Record<string, Value>>
/** What is asked, who asks, and when. */
type What = readonly [string, Actor, string]

export const july = {
  category: 'stall',
  from: '2026-07-01',
  to: '2026-07-31',
  leader: unit.street,
}
export const plan = {
  plan: '划定夜市疏导区，错时执法',
  lead: unit.bureau,
  compareFrom: '2026-09-01',
  compareTo: '2026-09-30',
}

export type DemandStory = Story & {
  readonly appeals: (days: readonly string[], what?: { category?: string; area?: number }) => void
  readonly proposes: (by: Actor, data?: Data, area?: number) => Rehearsed
  readonly step: (id: string, what: What, data?: Data) => void
  readonly refused: (id: string, what: What, data?: Data) => string | undefined
  readonly fields: (id: string) => Data
}

/** A city in which three appeals of a kind make a demand high. */
export function demands(threshold: number | undefined = 3): DemandStory {
  const plain = townWorld(kinds.values())
  const own = { 'demand.threshold': [{ from: 0, version: 'test', value: threshold }] }
  const told = story(kinds, {
    ...plain,
    parameters: { ...plain.parameters, ...own },
  })
  const tries = (id: string, [command, by, when]: What, data: Data = {}) =>
    told.does(id, command, { by, at: when, data })
  return {
    ...told,
    appeals: (days, { category = 'stall', area = town.community } = {}) => {
      for (const day of days)
        told.begin({
          kind: 'resident-appeal',
          command: 'register',
          area,
          by: agent,
          at: `${day} 10:00`,
          data: { detail: '夜市占道', channel: 'phone', category },
        })
    },
    proposes: (by, data = {}, area = town.street) => {
      told.city.until(at('08-03 09:00'))
      const place = placeOf(told.world.directory, area)
      const about = { kind: 'frequent-demand-project', command: 'propose', actor: by, place }
      return told.city.ask({ ...about, at: at('08-03 09:00'), data: { ...july, ...data } })
    },
    step: (id, what, data) => {
      const done = tries(id, what, data)
      if (!done.ok) throw new Error(`${what[0]} is refused: ${done.refused}`)
    },
    refused: (id, what, data) => {
      const done = tries(id, what, data)
      return done.ok ? undefined : done.refused
    },
    fields: (id) => told.city.record(id)?.fields ?? {},
  }
}

/** Three appeals of July, proposed on 3 August. */
export function proposed(): { readonly told: DemandStory; readonly id: string } {
  const told = demands()
  told.appeals(['07-01', '07-15', '07-31'])
  const done = told.proposes(desk)
  if (!done.ok) throw new Error(`refused: ${done.refused}`)
  return { told, id: done.record.id }
}

/** Planned on 4 August, with as many appeals in September as named. */
export function measured(days: readonly string[]): {
  readonly told: DemandStory
  readonly id: string
} {
  const { told, id } = proposed()
  told.step(id, ['takeOn', secretary, '08-04 09:00'])
  told.step(id, ['setPlan', secretary, '08-04 10:00'], plan)
  told.appeals(days)
  told.city.until(at('10-01 17:00'))
  return { told, id }
}
