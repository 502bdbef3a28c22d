import type { Actor } from '../../../kernel/actor.ts'
import type { RecordState } from '../../../kernel/record.ts'
import { unit } from '../../../kernel/testing.ts'
import {
  agent,
  answered,
  appeal,
  type AppealStory,
  caller,
  clerk,
  handled,
  head,
  supervisor,
  toStreet,
  traffic,
} from './testing.ts'

/** The second, naive statement of who may do what with an appeal. It uses nothing of the engine:
 *  the town's units by number, and lists written out by hand. */
export type Naive = ReadonlySet<string>

const handling = ['clerk', 'dispatcher', 'head', 'worker']
/** Units whose area holds the first community of the front street of the east district. */
const holding: readonly number[] = [1, 2, 3, 4, 10, 11, 12, 13, 14, 15, 30, 31, 32]
const under: Readonly<Record<number, number>> = { 13: 4, 21: 4, 31: 30, 32: 30 }

export function naive(actor: Actor, record: RecordState): Naive {
  if (actor.by === 'link') return new Set(actor.record === record.id ? ['reporter'] : [])
  if (actor.by !== 'post') return new Set()
  const { unit: mine, role } = actor.post
  const is = new Set<string>()
  const lead = record.fields['lead']
  if (mine === record.fields['desk'] && ['agent', 'dispatcher', 'head'].includes(role))
    is.add('desk')
  if (mine === lead && handling.includes(role)) is.add('handler')
  if (mine === lead && role === 'head') is.add('leadHead')
  for (const party of record.parties)
    if (party.unit === mine && handling.includes(role))
      is.add(party.role).add(`${party.role}:${party.state}`)
  if (
    [unit.supervision, unit.citySupervision].some((one) => one === mine) &&
    ['supervisor', 'head'].includes(role)
  )
    is.add('supervisor')
  if (mine === unit.callback && ['caller', 'head'].includes(role)) is.add('caller')
  if ([unit.committee, unit.street].some((one) => one === mine) && role === 'leader')
    is.add('leader')
  if (mine === unit.street && ['dispatcher', 'head'].includes(role)) is.add('territory')
  if (
    typeof lead === 'number' &&
    under[lead] === mine &&
    ['head', 'leader', 'clerk'].includes(role)
  )
    is.add('above')
  return is
}

export function sees(who: Naive): boolean {
  return who.size > 0
}

export function mayStart(actor: Actor): readonly string[] {
  if (actor.by === 'public') return ['ask']
  if (actor.by !== 'post') return []
  const { unit: mine, role } = actor.post
  const isDesk = [unit.hotline, unit.desk].some((one) => one === mine)
  return isDesk && holding.includes(mine) && ['agent', 'dispatcher', 'head'].includes(role)
    ? ['register']
    : []
}

const everywhere = {
  note: ['desk', 'handler', 'office', 'assist', 'co', 'supervisor'],
  nudge: ['desk', 'supervisor', 'leader'],
  urge: ['reporter'],
  instruct: ['leader'],
  correct: ['desk', 'supervisor'],
  supplement: ['reporter', 'desk'],
  rewrite: ['reporter'],
  withdraw: ['reporter'],
}
const rest = {
  note: everywhere.note,
  supplement: everywhere.supplement,
  withdraw: everywhere.withdraw,
}

const handlingTable = {
  ...everywhere,
  contact: ['handler', 'office'],
  contactFailed: ['handler', 'office'],
  passToOffice: ['handler'],
  askCommunity: ['handler'],
  callDepartment: ['handler'],
  releaseDepartment: ['handler'],
  askExtension: ['handler'],
  askSuspension: ['handler'],
  submitAnswer: ['handler', 'office'],
  return: ['handler'],
}
const { submitAnswer: _waits, ...waiting } = handlingTable
const { askExtension: _once, ...extending } = handlingTable
const { askSuspension: _asked, ...suspending } = handlingTable

/** By stage of the story: each command with the parts that may take it. */
export const stages: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  intake: { ...everywhere, dispatch: ['desk'], notAccept: ['desk'], merge: ['desk'] },
  dispatched: {
    ...everywhere,
    sign: ['handler'],
    recall: ['desk'],
    return: ['handler'],
    contact: ['handler', 'office'],
  },
  returned: { ...everywhere, redispatch: ['desk'], rejectReturn: ['desk'] },
  handling: handlingTable,
  extensionAsked: { ...extending, grantExtension: ['desk'], refuseExtension: ['desk'] },
  suspensionAsked: {
    ...suspending,
    grantSuspension: ['supervisor'],
    refuseSuspension: ['supervisor'],
  },
  calling: { ...waiting, 'co/join': ['co:called'], 'co/decline': ['co:called'] },
  joined: { ...waiting, 'co/finish': ['co:working'], 'co/decline': ['co:working'] },
  assisted: {
    ...waiting,
    'assist/join': ['assist:called'],
    'assist/decline': ['assist:called'],
    'office/join': ['office:called'],
    'office/decline': ['office:called'],
  },
  suspended: { ...rest, resume: ['handler', 'supervisor'] },
  answered: { judge: ['reporter'], callBack: ['caller'], note: everywhere.note },
  calledBack: { judge: ['reporter'] },
  raised: { ...everywhere, assignAbove: ['supervisor'] },
  closed: {},
}

export function allowed(stage: string, who: Naive): readonly string[] {
  return Object.entries(stages[stage] ?? {})
    .filter(([, parts]) => parts.some((part) => who.has(part)))
    .map(([command]) => command)
}

/** A fresh appeal brought to a stage. */
export function told(stage: string): AppealStory {
  const begun = stage === 'intake' ? appeal() : undefined
  if (begun !== undefined) return begun
  return (paths[stage] ?? handled)()
}

const paths: Readonly<Record<string, () => AppealStory>> = {
  dispatched: () => {
    const one = appeal()
    one.step('dispatch', [agent, '08-03 09:30'], toStreet)
    return one
  },
  returned: () => {
    const one = appeal()
    const dutyItem = one.item('withdrawn')
    one.step('dispatch', [agent, '08-03 09:30'], toStreet)
    one.step('return', [clerk, '08-03 10:00'], { dutyItem, reason: '不归我们' })
    return one
  },
  extensionAsked: () => {
    const one = handled()
    const extensionLimit = { qty: 1, unit: 'working-day' }
    one.step('askExtension', [clerk, '08-03 11:30'], { extensionLimit, reason: '需要会商' })
    return one
  },
  suspensionAsked: suspensionAsked,
  calling,
  joined: () => {
    const one = calling()
    one.step(`co/${unit.traffic}/join`, [traffic, '08-03 11:40'])
    return one
  },
  assisted: () => {
    const one = handled()
    one.step('askCommunity', [clerk, '08-03 11:30'], {
      community: unit.community,
      task: '了解情况',
    })
    one.step('passToOffice', [clerk, '08-03 11:35'], { office: unit.office, task: '现场处置' })
    return one
  },
  suspended: () => {
    const one = suspensionAsked()
    one.step('grantSuspension', [supervisor, '08-03 11:40'])
    return one
  },
  answered: () => answered(),
  calledBack: () => {
    const one = answered()
    one.step('callBack', [caller, '08-05 16:30'], { solved: 'solved' })
    return one
  },
  raised: () => {
    const one = answered()
    one.step('judge', [one.reporter, '08-05 16:30'], { solved: 'unsolved', reason: '没有变化' })
    one.step('submitAnswer', [head, '08-05 16:40'], { publicAnswer: '再次办理情况' })
    one.step('judge', [one.reporter, '08-05 16:50'], { solved: 'unsolved', reason: '没有变化' })
    return one
  },
  closed: () => {
    const one = answered()
    one.step('judge', [one.reporter, '08-05 16:30'], { solved: 'solved' })
    return one
  },
}

function calling(): AppealStory {
  const one = handled()
  one.step('callDepartment', [clerk, '08-03 11:30'], { department: unit.traffic, task: '清理车辆' })
  return one
}

function suspensionAsked(): AppealStory {
  const one = handled()
  one.step('askSuspension', [clerk, '08-03 11:30'], { plan: '随改造解决', reviewOn: '2026-09-01' })
  return one
}
