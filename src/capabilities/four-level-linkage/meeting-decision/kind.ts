import { isGiven, textOf } from '../../../kernel/field.ts'
import { defineKind, limitParameter } from '../../../kernel/kind.ts'
import type { RecordState } from '../../../kernel/record.ts'
import { dayOf } from '../../../kernel/time.ts'
import {
  cityMaySet,
  host,
  hostSeat,
  officials,
  organiser,
  organiserSeat,
  supervisor,
  unitsIn,
  upper,
} from '../meeting-parts.ts'
import { basis, fields } from './fields.ts'
import { states } from './states.ts'

/**
 * 议定事项: may be noted in the meeting without an owner, but the meeting cannot close before it has
 * one and a deadline. Its owner works and reports, the host strikes it off or sends it back.
 */
export const meetingDecision = defineKind({
  name: 'meeting-decision',
  label: '议定事项',
  group: 'four-level-linkage',
  systems: [
    'joint-meeting',
    'leading-coordination-body',
    'topic-study',
    'district-secretary-forum',
  ],
  version: 1,
  about: '会议议定的事项：责任单位、期限、办理、督办、销号，会议结束后继续跟踪。',
  fields,
  title: 'title',
  slots: { k1: 'meeting', k2: 'body', k3: 'sort', n1: 'host', n2: 'owner', t1: 'dueOn' },
  searched: ['title'],
  relations: {
    host,
    organiser,
    owner: { label: '责任单位', roles: [...officials, 'worker'], is: { seat: 'owner' } },
    member: { label: '参会单位', roles: officials, is: { party: 'member' } },
    upper,
    supervisor,
  },
  see: ['host', 'owner', 'member', 'upper', 'supervisor'],
  seats: {
    host: hostSeat,
    organiser: organiserSeat,
    owner: { label: '责任单位', is: { field: 'owner' } },
    supervisor: { label: '督查单位', is: { function: 'supervise' } },
  },
  responsible: 'host',
  starts: {
    capture: {
      label: '记下',
      by: ['effect'],
      input: {
        title: fields.title,
        meeting: { ...fields.meeting, required: true },
        body: fields.body,
        item: fields.item,
        sort: fields.sort,
        host: { ...fields.host, required: true },
        organiser: fields.organiser,
        owner: fields.owner,
        dueOn: fields.dueOn,
        members: { type: 'units', label: '参会单位', max: 50 },
      },
      requires: ['dueIsAhead'],
      records: 'DecisionNoted',
      says: '会议议定：{title}',
      keeps: ['title', 'meeting', 'body', 'item', 'sort', 'host', 'organiser', 'owner', 'dueOn'],
      sets: ['listsMembers'],
      moves: [{ to: 'assigned', when: 'isAssigned' }],
      to: 'captured',
      tells: ['owner'],
    },
  },
  states,
  parties: {
    member: {
      label: '参会单位',
      start: 'told',
      states: { told: { label: '知悉', is: 'resting' } },
    },
  },
  clocks: {
    assign: {
      label: '定责',
      stages: [{ limit: { parameter: 'decision.assign' }, asks: 'noteUnassigned' }],
      runs: ['captured'],
      basis: cityMaySet,
    },
    due: {
      label: '办理期限',
      stages: [{ limit: { until: 'dueOn' }, asks: 'runLate' }],
      runs: ['assigned'],
      restarts: ['DecisionAssigned'],
      basis: '会议议定的期限',
    },
    press: {
      label: '督办',
      stages: [{ limit: { parameter: 'decision.press' }, asks: 'pressAgain' }],
      runs: ['pressed'],
      restarts: ['DecisionPressedAgain', 'DecisionPressed'],
      basis: `督办间隔：${cityMaySet}`,
    },
    check: {
      label: '销号',
      stages: [{ limit: { parameter: 'decision.check' }, asks: 'noteUnchecked' }],
      runs: ['reported'],
      basis: cityMaySet,
    },
  },
  mainClock: 'due',
  countedBy: 'sort',
  rules: {
    isAssigned: {
      id: 'R031',
      says: '还没有责任单位和期限',
      basis,
      holds: ({ record }) => isGiven(record.fields['owner']) && isGiven(record.fields['dueOn']),
    },
    dueIsAhead: {
      id: 'R031',
      says: '期限不能早于今天',
      basis,
      input: true,
      holds: ({ input, at }) => (textOf(input, 'dueOn') ?? '9999') >= dayOf(at),
    },
  },
  setters: {
    listsMembers: ({ input }) => ({
      join: unitsIn(input['members']).map((unit) => ({ role: 'member', unit })),
    }),
  },
  counters: {
    decided: { label: '议定事项', cohort: isDecided },
    done: { label: '已销号的议定事项', cohort: ({ state }) => state === 'done' },
    jointDecided: {
      label: '联席会议议定事项',
      cohort: (record) => isJoint(record) && isDecided(record),
    },
    jointDone: {
      label: '已销号的联席会议议定事项',
      cohort: (record) => isJoint(record) && record.state === 'done',
    },
    late: { label: '逾期的议定事项', on: { event: 'DecisionRanLate' } },
  },
  parameters: {
    'decision.assign': limitParameter('议定事项定责时限', { qty: 1, unit: 'working-day' }),
    'decision.press': limitParameter('议定事项督办间隔', { qty: 3, unit: 'working-day' }),
    'decision.check': limitParameter('议定事项销号时限', { qty: 5, unit: 'working-day' }),
  },
})

function isDecided({ state }: RecordState): boolean {
  return !['captured', 'dropped'].includes(state)
}

function isJoint({ fields: own }: RecordState): boolean {
  return textOf(own, 'sort') === 'joint'
}
