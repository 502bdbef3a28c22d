import { listOf, numberOf, textOf, type Value, type Values } from '../../../kernel/field.ts'
import {
  type Context,
  defineKind,
  type EffectMaker,
  limitParameter,
  type Setter,
} from '../../../kernel/kind.ts'
import type { EventRecord, RecordState } from '../../../kernel/record.ts'
import { dayOf } from '../../../kernel/time.ts'
import {
  cityMaySet,
  host,
  hostSeat,
  officials,
  organiser,
  organiserSeat,
  picked,
  supervisor,
  unitsIn,
  upper,
} from '../meeting-parts.ts'
import { fields } from './fields.ts'
import { rules } from './rules.ts'
import { parties, states } from './states.ts'

const held = { event: 'MeetingFinished' } as const
const planned = ['title', 'body', 'sort', 'host', 'organiser', 'members', 'startAt'] as const

const setters = {
  keepsDay: ({ input, record }) => ({
    fields: {
      day: dayOf(numberOf(input, 'startAt') ?? numberOf(record.fields, 'startAt') ?? 0),
    },
  }),
  invitesAll: ({ record }) => ({ join: invited(record.fields['members']) }),
  listsUnits: ({ record, input }) => ({
    fields: { members: [...unitsIn(record.fields['members']), ...unitsIn(input['units'])] },
  }),
  invitesThese: ({ input }) => ({ join: invited(input['units']) }),
  keepsOpening: ({ at }) => ({ fields: { openedAt: at } }),
  keepsFinish: ({ at }) => ({ fields: { finishedAt: at } }),
  keepsAnswer: ({ input }) => ({ party: { ...input } }),
} as const satisfies Record<string, Setter>

const effects = {
  tellsBodyNext: (context) => toBody(context, 'noteNext', { nextAt: startOf(context) }),
  tellsBodyNone: (context) => toBody(context, 'noteNext', { nextAt: null }),
  tellsBodyHeld: (context) =>
    toBody(context, 'noteHeld', {
      heldAt: numberOf(context.record.fields, 'openedAt') ?? context.at,
    }),
  opensDecision: ({ record, input, words }) => [
    {
      open: 'meeting-decision',
      command: 'capture',
      input: {
        meeting: record.id,
        members: listOf(record.fields, 'members'),
        ...picked(record.fields, ['body', 'sort', 'host', 'organiser']),
        ...picked(input, ['owner', 'dueOn', 'item']),
      },
      words: { title: words['decision'] ?? '' },
    },
  ],
} as const satisfies Record<string, EffectMaker>

/**
 * 会议: planned by its body, announced, held, written down and closed, but never while a decision of
 * it has no owner or no deadline. Decisions live on as records of their own.
 */
export const meeting = defineKind({
  name: 'meeting',
  label: '会议',
  group: 'four-level-linkage',
  systems: [
    'joint-meeting',
    'leading-coordination-body',
    'topic-study',
    'district-secretary-forum',
  ],
  version: 1,
  about: '一次会议从筹备、通知、召开到纪要、办结；出席情况一键登记，议定事项当场记下。',
  fields,
  title: 'title',
  slots: { k1: 'sort', k2: 'body', n1: 'host', t1: 'startAt', t2: 'finishedAt' },
  searched: ['title', 'spot'],
  relations: {
    host,
    organiser,
    member: { label: '参会单位', roles: officials, is: { party: 'member' } },
    upper,
    supervisor,
  },
  see: ['host', 'member', 'upper', 'supervisor'],
  seats: {
    host: hostSeat,
    organiser: organiserSeat,
    self: { label: '本单位', is: { self: 'party' } },
  },
  responsible: 'host',
  starts: {
    plan: {
      label: '筹备会议',
      by: ['effect'],
      input: {
        title: fields.title,
        body: { ...fields.body, required: true },
        sort: fields.sort,
        host: { ...fields.host, required: true },
        organiser: fields.organiser,
        members: fields.members,
        startAt: fields.startAt,
        endAt: fields.endAt,
        spot: fields.spot,
        site: fields.site,
      },
      records: 'MeetingPlanned',
      says: '筹备会议，征集议题',
      keeps: [...planned, 'endAt', 'spot', 'site'],
      sets: ['keepsDay'],
      to: 'planning',
    },
  },
  states,
  parties,
  clocks: {
    begin: {
      label: '会议日期',
      stages: [{ limit: { until: 'day' }, asks: 'noteUnopened' }],
      runs: ['planning', 'notified'],
      restarts: ['MeetingMoved'],
      basis: '通知的会议日期',
    },
    finish: {
      label: '散会',
      stages: [{ limit: { parameter: 'meeting.finish' }, asks: 'noteUnfinished' }],
      runs: ['holding'],
      basis: cityMaySet,
    },
    minutes: {
      label: '会议纪要',
      stages: [{ limit: { parameter: 'meeting.minutes' }, asks: 'noteMinutesLate' }],
      runs: ['minuting'],
      basis: `会议纪要时限：${cityMaySet}`,
    },
  },
  mainClock: 'begin',
  appointment: { from: 'startAt', to: 'endAt', where: 'spot', parties: ['member'] },
  documents: {
    minutes: {
      label: '会议纪要',
      heading: '{title}会议纪要',
      parts: [
        { heading: '会议情况', field: 'minutes' },
        {
          heading: '议题',
          behind: 'agenda-item',
          by: 'meeting',
          columns: ['detail', 'outcome'],
          as: 'items',
        },
        {
          heading: '议定事项',
          behind: 'meeting-decision',
          by: 'meeting',
          columns: ['owner', 'dueOn'],
          as: 'table',
        },
        { heading: '参会单位', parties: 'member', columns: ['deputy'] },
      ],
      signs: { seat: 'host', day: 'day' },
    },
  },
  countedBy: 'sort',
  facts: {
    unassigned: {
      kind: 'meeting-decision',
      where: { meeting: { own: 'id' } },
      states: ['captured'],
      want: 'exists',
    },
  },
  rules,
  setters,
  effects,
  counters: {
    jointHeld: { label: '已召开的联席会议', on: held, when: isSort('joint') },
    leadingHeld: { label: '已召开的领导（协调）机构会议', on: held, when: isSort('leading') },
    studyHeld: { label: '已开展的专题研究', on: held, when: isSort('study') },
    forumHeld: { label: '已召开的区委书记现场例会', on: held, when: isSort('forum') },
  },
  parameters: {
    'meeting.reply': limitParameter('参会回复时限', { qty: 2, unit: 'working-day' }),
    'meeting.finish': limitParameter('会议散会时限', { qty: 12, unit: 'hour' }),
    'meeting.minutes': limitParameter('会议纪要时限', { qty: 5, unit: 'working-day' }),
  },
})

function invited(units: Value | undefined) {
  return unitsIn(units).map((unit) => ({ role: 'member', unit }))
}

function startOf({ record }: Context): number {
  return numberOf(record.fields, 'startAt') ?? 0
}

function toBody({ record }: Context, command: string, input: Values) {
  const body = textOf(record.fields, 'body')
  return body === undefined ? [] : [{ ask: body, kind: 'meeting-body', command, input }]
}

function isSort(sort: string) {
  return (_: EventRecord, { fields: own }: RecordState) => textOf(own, 'sort') === sort
}
