import type { Actor } from '../../../../kernel/actor.ts'
import type { RecordState } from '../../../../kernel/record.ts'
import { unit } from '../../../../kernel/testing.ts'

/** The second, naive statement of who may do what with an appeal. It uses nothing of the engine:
 *  the town's units by number, and lists written out by hand. */
export type Naive = ReadonlySet<string>

const handling = ['clerk', 'dispatcher', 'head', 'worker']
/** Units whose area holds the first community of the front street of the east district. */
const holding: readonly number[] = [1, 2, 3, 4, 10, 11, 12, 13, 14, 15, 30, 31, 32]
/** Committees, governments, departments, streets and communities among them. */
const receiving: readonly number[] = [4, 13, 14, 15, 30, 32]
const receivers = ['clerk', 'dispatcher', 'head', 'leader', 'secretary', 'worker']
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
  const receives = receiving.includes(mine) && receivers.includes(role) ? ['receive'] : []
  const isDesk = [unit.hotline, unit.desk].some((one) => one === mine)
  return isDesk && holding.includes(mine) && ['agent', 'dispatcher', 'head'].includes(role)
    ? ['register', 'bring']
    : receives
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
  whistle: ['handler'],
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
  working: {
    ...waiting,
    'assist/finish': ['assist:working'],
    'assist/decline': ['assist:working'],
    'office/finish': ['office:working'],
    'office/decline': ['office:working'],
  },
  toTheBureau: {
    ...everywhere,
    sign: ['handler'],
    recall: ['desk'],
    return: ['handler'],
    contact: ['handler', 'office'],
  },
  ruling: everywhere,
  merged: { unmerge: ['desk'], supplement: everywhere.supplement, withdraw: everywhere.withdraw },
  checking: { ...everywhere, approve: ['leadHead'], sendBack: ['leadHead'] },
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
