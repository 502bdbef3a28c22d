import type { Actor } from '../../../kernel/actor.ts'
import type { Value } from '../../../kernel/field.ts'
import type { Kind } from '../../../kernel/kind.ts'
import { post, type Story, story, town, townWorld, unit } from '../../../kernel/testing.ts'
import type { World } from '../../../kernel/world.ts'
import { dutyItem } from '../../street-mandate/duty-item.ts'
import { departmentEvaluation } from '../department-evaluation/kind.ts'
import { instruction } from '../instruction.ts'
import { returnRuling } from '../return-ruling.ts'
import { streetWhistle } from '../street-whistle/kind.ts'
import { supervisionOrder } from '../supervision-order/kind.ts'
import { residentAppeal } from './kind.ts'

export const kinds: ReadonlyMap<string, Kind> = new Map<string, Kind>(
  [
    residentAppeal,
    returnRuling,
    instruction,
    dutyItem,
    streetWhistle,
    departmentEvaluation,
    supervisionOrder,
  ].map((kind: Kind) => [kind.name, kind]),
)

export const agent = post('agent', unit.desk)
export const clerk = post('clerk', unit.street)
export const head = post('head', unit.street)
export const officer = post('clerk', unit.office)
export const worker = post('worker', unit.community)
export const bureau = post('clerk', unit.bureau)
export const traffic = post('clerk', unit.traffic)
export const caller = post('caller', unit.callback)
export const supervisor = post('supervisor', unit.supervision)
export const citySupervisor = post('supervisor', unit.citySupervision)
export const arbiter = post('arbiter', unit.arbiter)
export const leader = post('leader', unit.committee)
export const stranger = post('clerk', unit.otherStreet)

type Data = Readonly<Record<string, Value>>
/** Who asks, and when. */
type When = readonly [Actor, string]

/** An appeal's story: each step names who and when, and throws when it is refused. */
export type AppealStory = Story & {
  readonly id: string
  readonly reporter: Actor
  readonly step: (command: string, when: When, data?: Data) => void
  readonly refused: (command: string, when: When, data?: Data) => string | undefined
  readonly fields: () => Readonly<Record<string, Value>>
  readonly item: (type: string, lead?: string) => string
}

export const words = { detail: '楼下烧烤摊每天占道经营到凌晨，油烟很大' }

export const toStreet = { lead: unit.street, category: 'stall', limitClass: 'general' }

/** Begun by the resident on Monday 3 August at nine. */
export function appeal(data: Data = {}, change: Partial<World> = {}): AppealStory {
  const told = story(kinds, townWorld(kinds.values(), change))
  const id = told.begin({
    kind: 'resident-appeal',
    command: 'ask',
    area: town.community,
    by: { by: 'public' },
    at: '08-03 09:00',
    data: { ...words, reporter: { contact: 'c1' }, ...data },
  })
  return {
    ...told,
    id,
    reporter: { by: 'link', record: id },
    step: (command, [by, at], given = {}) => {
      const done = told.does(id, command, { by, at, data: given })
      if (!done.ok) throw new Error(`${command} is refused: ${done.refused}`)
    },
    refused: (command, [by, at], given = {}) => {
      const done = told.does(id, command, { by, at, data: given })
      return done.ok ? undefined : done.refused
    },
    fields: () => told.city.record(id)?.fields ?? {},
    item: (type, lead = '城市管理') =>
      told.begin({
        kind: 'duty-item',
        command: 'list',
        area: town.district,
        by: arbiter,
        at: '08-03 09:00',
        data: {
          number: `${type}-${lead}`,
          name: '占道经营整治',
          block: '城市管理',
          type,
          lead,
          basis: '城市市容和环境卫生管理条例',
          validFrom: '2026-01-01',
        },
      }),
  }
}

/** Dispatched to the street, signed and the reporter spoken to, by Monday noon. */
export function handled(data: Data = {}, change: Partial<World> = {}): AppealStory {
  const told = appeal(data, change)
  told.step('dispatch', [agent, '08-03 09:30'], toStreet)
  told.step('sign', [clerk, '08-03 10:00'])
  told.step('contact', [clerk, '08-03 11:00'], { how: 'phone' })
  return told
}

/** Answered on Wednesday. */
export function answered(data: Data = {}, change: Partial<World> = {}): AppealStory {
  const told = handled(data, change)
  told.step('submitAnswer', [clerk, '08-05 16:00'], { publicAnswer: '已现场劝离，安排夜间值守' })
  return told
}
