import { listOf, type Values } from '../../../kernel/field.ts'
import { placeOf } from '../../../kernel/directory.ts'
import {
  type Context,
  defineKind,
  type EffectMaker,
  limitParameter,
  type Setter,
} from '../../../kernel/kind.ts'
import {
  cityMaySet,
  host,
  hostSeat,
  officials,
  organiser,
  organiserSeat,
  picked,
  unitOf,
  unitsIn,
  upper,
} from '../meeting-parts.ts'
import { fields } from './fields.ts'
import { rules } from './rules.ts'
import { states } from './states.ts'

const setters = {
  seatsBody: ({ facts, actor }) => {
    const own = facts['body']?.rows[0]?.fields ?? {}
    return {
      fields: {
        proposer: unitOf(actor),
        host: own['host'] ?? null,
        organiser: own['organiser'] ?? null,
      },
      join: membersOf(own),
    }
  },
  listsMembers: ({ input }) => ({ join: membersOf(input) }),
  startsTalk: ({ at }) => ({ fields: { begunAt: at, endedAt: null } }),
  endsTalk: ({ at }) => ({ fields: { endedAt: at } }),
  leavesMeeting: () => ({ fields: { meeting: null, order: null } }),
  keepsUpper: ({ input }) => ({ fields: { raisedTo: input['upper'] ?? null } }),
} as const satisfies Record<string, Setter>

const effects = {
  raises: ({ record, words, facts, world }) => {
    const found = facts['upper']?.rows[0]
    const area = found?.fields['area']
    const place = typeof area === 'number' ? placeOf(world.directory, area) : undefined
    if (found === undefined || place === undefined) return []
    return [
      {
        open: 'agenda-item',
        command: 'comeUp',
        place,
        input: {
          body: found.id,
          raisedFrom: record.id,
          proposer: record.fields['host'] ?? null,
          members: listOf(found.fields, 'members'),
          ...picked(found.fields, ['host', 'organiser']),
        },
        words: { title: record.title, detail: words['why'] ?? '' },
      },
    ]
  },
  answersBelow: (context) => downwards(context, 'outcome'),
  declinesBelow: (context) => downwards(context, 'reason'),
} as const satisfies Record<string, EffectMaker>

/**
 * 议题: proposed by members, put on a meeting's agenda and discussed; what a level cannot settle is
 * raised to the next level's body, and what comes of it there comes back down.
 */
export const agendaItem = defineKind({
  name: 'agenda-item',
  label: '议题',
  group: 'four-level-linkage',
  systems: ['joint-meeting', 'leading-coordination-body', 'topic-study'],
  version: 1,
  about: '成员单位提出议题，列入会议讨论；本级解决不了的提请上一级，结果返回本级。',
  fields,
  title: 'title',
  slots: {
    k1: 'body',
    k2: 'meeting',
    k3: 'raisedFrom',
    n1: 'host',
    n2: 'proposer',
    t1: 'begunAt',
  },
  searched: ['title', 'detail'],
  relations: {
    host,
    organiser,
    proposer: { label: '提出单位', roles: officials, is: { seat: 'proposer' } },
    member: { label: '成员单位', roles: officials, is: { party: 'member' } },
    official: { label: '工作人员', is: { anyone: 'post' } },
    upper,
  },
  see: ['host', 'proposer', 'member', 'upper'],
  seats: {
    host: hostSeat,
    organiser: organiserSeat,
    proposer: { label: '提出单位', is: { field: 'proposer' } },
  },
  responsible: 'host',
  starts: {
    propose: {
      label: '提出议题',
      by: ['official'],
      input: {
        body: { ...fields.body, required: true },
        title: fields.title,
        detail: fields.detail,
      },
      requires: ['proposerTakesPart', 'liesWithTheBody'],
      records: 'ItemProposed',
      says: '{unit} 提出议题',
      keeps: ['body', 'title', 'detail'],
      sets: ['seatsBody'],
      facts: ['body'],
      to: 'proposed',
    },
    comeUp: {
      label: '下级提请',
      by: ['effect'],
      input: {
        title: fields.title,
        detail: fields.detail,
        body: { ...fields.body, required: true },
        raisedFrom: { ...fields.raisedFrom, required: true },
        host: { ...fields.host, required: true },
        organiser: fields.organiser,
        proposer: fields.proposer,
        members: { type: 'units', label: '成员单位', max: 50 },
      },
      records: 'ItemCameUp',
      says: '下级提请：{title}',
      keeps: ['title', 'detail', 'body', 'raisedFrom', 'host', 'organiser', 'proposer'],
      sets: ['listsMembers'],
      to: 'proposed',
    },
  },
  states,
  parties: {
    member: {
      label: '成员单位',
      start: 'told',
      states: { told: { label: '知悉', is: 'resting' } },
    },
  },
  clocks: {
    review: {
      label: '审议题',
      stages: [{ limit: { parameter: 'agenda.review' }, asks: 'noteUnreviewed' }],
      runs: ['proposed'],
      basis: cityMaySet,
    },
    talk: {
      label: '讨论',
      stages: [{ limit: { parameter: 'agenda.talk' }, asks: 'noteUnended' }],
      runs: ['discussing'],
      basis: cityMaySet,
    },
    settle: {
      label: '落实上级答复',
      stages: [{ limit: { parameter: 'agenda.settle' }, asks: 'noteUnsettled' }],
      runs: ['returned'],
      basis: cityMaySet,
    },
  },
  mainClock: 'review',
  facts: {
    body: { kind: 'meeting-body', where: { id: { input: 'body' } }, want: 'first' },
    meeting: { kind: 'meeting', where: { id: { input: 'meeting' } }, want: 'first' },
    upper: { kind: 'meeting-body', where: { id: { input: 'upper' } }, want: 'first' },
  },
  rules,
  setters,
  effects,
  counters: {
    proposed: { label: '提出的议题', on: { start: true } },
    raised: { label: '提请上级的议题', on: { event: 'ItemRaised' } },
    returned: { label: '上级已答复的议题', on: { event: 'ItemAnswered' } },
  },
  parameters: {
    'agenda.review': limitParameter('议题审议时限', { qty: 5, unit: 'working-day' }),
    'agenda.talk': limitParameter('单个议题讨论时限', { qty: 12, unit: 'hour' }),
    'agenda.settle': limitParameter('落实上级答复时限', { qty: 5, unit: 'working-day' }),
  },
})

function membersOf(values: Values) {
  return unitsIn(values['members']).map((unit) => ({ role: 'member', unit }))
}

/** What became of it goes back to the item below that it came from. */
function downwards({ record, input }: Context, name: string) {
  const below = record.fields['raisedFrom']
  if (typeof below !== 'string') return []
  const answer = input[name] ?? null
  return [{ ask: below, kind: 'agenda-item', command: 'receive', input: { answer } }]
}
