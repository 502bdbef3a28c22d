import { isGiven, textOf } from '../../kernel/field.ts'
import { defineKind, limitParameter } from '../../kernel/kind.ts'
import { dayOf } from '../../kernel/time.ts'
import {
  cityMaySet,
  host,
  hostSeat,
  isOwnArea,
  officials,
  organ,
  organiser,
  organiserSeat,
  organsOf,
  supervisor,
  upper,
} from './meeting-parts.ts'

const ours = ['host', 'organiser']

const fields = {
  title: { type: 'text', label: '重点难点问题', required: true, min: 4, max: 100 },
  detail: { type: 'long', label: '情况', max: 2000 },
  meeting: { type: 'record', of: 'meeting', label: '专题研究的会议' },
  host: { type: 'unit', label: '研究的党组织' },
  organiser: { type: 'unit', label: '组织部门' },
  lead: { type: 'unit', label: '牵头单位', required: true },
  dueOn: { type: 'day', label: '解决期限', required: true },
  result: { type: 'long', label: '解决情况', max: 2000 },
  reason: { type: 'text', label: '退回理由', max: 300 },
} as const

/** 重点难点问题: what a committee's topic studies are about, kept as a ledger until it is solved. */
export const keyProblem = defineKind({
  name: 'key-problem',
  label: '重点难点问题',
  group: 'four-level-linkage',
  systems: ['topic-study', 'district-secretary-forum'],
  version: 1,
  about: '党委专题研究的重点难点问题台账：牵头单位、期限、进展、解决情况。',
  fields,
  title: 'title',
  slots: { k1: 'meeting', n1: 'host', n2: 'lead', t1: 'dueOn' },
  searched: ['title', 'detail'],
  relations: {
    organ,
    host,
    organiser,
    lead: { label: '牵头单位', roles: officials, is: { seat: 'lead' } },
    upper,
    supervisor,
  },
  see: ['host', 'lead', 'upper', 'supervisor'],
  seats: {
    host: { ...hostSeat, label: '研究的党组织' },
    organiser: organiserSeat,
    lead: { label: '牵头单位', is: { field: 'lead' } },
  },
  responsible: 'host',
  starts: {
    list: {
      label: '列入台账',
      by: ['organ'],
      input: {
        title: fields.title,
        detail: fields.detail,
        lead: fields.lead,
        dueOn: fields.dueOn,
        meeting: fields.meeting,
      },
      requires: ['isOwnArea', 'dueIsAhead', 'meetingIsOwn'],
      records: 'ProblemListed',
      says: '{unit} 列入台账，由 {lead} 牵头',
      keeps: ['title', 'detail', 'lead', 'dueOn', 'meeting'],
      sets: ['seatsHost'],
      to: 'open',
      tells: ['lead'],
    },
  },
  states: {
    open: {
      label: '攻坚中',
      is: 'working',
      step: 1,
      expects: [{ seat: 'lead', command: 'report', clock: 'due' }],
      commands: {
        progress: {
          label: '记进展',
          by: ['lead'],
          input: { words: { type: 'long', label: '进展', required: true, max: 1000 } },
          records: 'ProblemProgressed',
          says: '进展：{words}',
        },
        report: {
          label: '报解决情况',
          by: ['lead'],
          input: { result: { ...fields.result, required: true, min: 2 } },
          records: 'ProblemReported',
          says: '解决情况：{result}',
          keeps: ['result'],
          to: 'reported',
          tells: ['host'],
        },
        reassign: {
          label: '改牵头单位和期限',
          by: ours,
          input: { lead: fields.lead, dueOn: fields.dueOn },
          requires: ['dueIsAhead'],
          records: 'ProblemReassigned',
          says: '由 {lead} 在 {dueOn} 前解决',
          keeps: ['lead', 'dueOn'],
          tells: ['lead'],
        },
        noteLate: {
          label: '逾期未解决',
          by: ['clock'],
          records: 'ProblemRanLate',
          says: '超过解决期限',
          tells: ['lead', 'host'],
        },
      },
    },
    reported: {
      label: '待确认',
      is: 'working',
      step: 2,
      expects: [{ seat: 'host', command: 'confirm', clock: 'check' }],
      commands: {
        confirm: {
          label: '确认解决',
          by: ours,
          records: 'ProblemSolved',
          says: '确认解决',
          to: 'solved',
          tells: ['lead'],
        },
        reopen: {
          label: '退回再办',
          by: ours,
          input: { reason: { ...fields.reason, required: true }, dueOn: fields.dueOn },
          requires: ['dueIsAhead'],
          records: 'ProblemReopened',
          says: '退回再办：{reason}',
          keeps: ['reason', 'dueOn'],
          to: 'open',
          tells: ['lead'],
        },
        noteUnchecked: {
          label: '确认超时',
          by: ['clock'],
          records: 'ProblemCheckRanLate',
          says: '超过确认时限',
          tells: ['host'],
        },
      },
    },
    solved: { label: '已解决', is: 'end', step: 3 },
  },
  clocks: {
    due: {
      label: '解决期限',
      stages: [{ limit: { until: 'dueOn' }, asks: 'noteLate' }],
      runs: ['open'],
      restarts: ['ProblemReassigned'],
      basis: '台账写明的期限',
    },
    check: {
      label: '确认',
      stages: [{ limit: { parameter: 'problem.check' }, asks: 'noteUnchecked' }],
      runs: ['reported'],
      basis: cityMaySet,
    },
  },
  mainClock: 'due',
  facts: { meeting: { kind: 'meeting', where: { id: { input: 'meeting' } }, want: 'first' } },
  rules: {
    isOwnArea,
    dueIsAhead: {
      says: '期限不能早于今天',
      basis: '重点难点问题有期限',
      input: true,
      holds: ({ input, at }) => (textOf(input, 'dueOn') ?? '') >= dayOf(at),
    },
    meetingIsOwn: {
      says: '这次会议不是本级党组织召集的',
      basis: '党委每隔一段时间要专门研究，逐个解决难题',
      input: true,
      facts: ['meeting'],
      holds: (context) =>
        !isGiven(context.input['meeting']) ||
        context.facts['meeting']?.rows[0]?.fields['host'] ===
          organsOf(context, context.record.place).host,
    },
  },
  setters: { seatsHost: (context) => ({ fields: organsOf(context, context.record.place) }) },
  counters: {
    listed: { label: '列入台账', cohort: () => true },
    solved: { label: '已解决', cohort: ({ state }) => state === 'solved' },
    late: { label: '逾期未解决', on: { event: 'ProblemRanLate' } },
  },
  parameters: {
    'problem.check': limitParameter('重点难点问题确认时限', { qty: 10, unit: 'working-day' }),
  },
})
