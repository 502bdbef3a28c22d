import { numberOf, textOf, type Values } from '../../../kernel/field.ts'
import { defineKind, type State } from '../../../kernel/kind.ts'
import { dayOf } from '../../../kernel/time.ts'
import {
  actsForCommittee,
  answersToAsker,
  cityMaySet,
  host,
  hostSeat,
  office,
  officeSeat,
  officials,
  starter,
} from '../reviewing.ts'
import { basis, fields } from './fields.ts'

const { title, year, unit, method, sort, plannedOn, spot } = fields
const planning = { title, year, unit, method, sort, plannedOn, spot } as const
const ours = ['host', 'office'] as const

const waiting = {
  is: 'working',
  step: 1,
  expects: [{ seat: 'office', command: 'finish', clock: 'visit' }],
  commands: {
    finish: {
      label: '记调研情况',
      by: ours,
      input: { visitedOn: fields.visitedOn, spot, found: fields.found },
      requires: ['wasMade'],
      records: 'VisitMade',
      says: '{visitedOn} 调研：{found}',
      keeps: ['visitedOn', 'spot', 'found'],
      sets: ['informsAfterwards'],
      to: 'done',
    },
    postpone: {
      label: '改期',
      by: ours,
      input: { plannedOn },
      requires: ['liesAhead'],
      records: 'VisitPostponed',
      says: '改到 {plannedOn}',
      keeps: ['plannedOn'],
    },
    cancel: {
      label: '取消',
      by: ours,
      input: { reason: { ...fields.reason, required: true } },
      records: 'VisitCancelled',
      says: '取消：{reason}',
      keeps: ['reason'],
      to: 'cancelled',
      grave: true,
    },
    noteNotMade: {
      label: '没有按期调研',
      by: ['clock'],
      records: 'VisitRanLate',
      says: '到了计划日期，还没有调研',
      tells: ['office'],
    },
  },
} as const satisfies Omit<State, 'label'>

/**
 * 会前调研: the committee looks for itself before the meeting. To the unit visited an unannounced one
 * does not exist until it is done; then it sees what was found, and each problem is put on its list.
 */
export const researchVisit = defineKind({
  name: 'research-visit',
  label: '会前调研',
  group: 'appraisal-accountability',
  systems: ['pre-meeting-research'],
  version: 1,
  about: '述职评议会前的调研和实地督导：“四不两直”的，完成前被调研单位看不到；问题转入整改。',
  fields,
  title: 'title',
  slots: { k1: 'method', k2: 'sort', n1: 'unit', n2: 'year', t1: 'plannedOn' },
  searched: ['title'],
  relations: {
    starter,
    host,
    office,
    /** Not by its seat: it is a party from the day on which it may know. */
    visited: { label: '被调研单位', roles: officials, is: { party: 'visited' } },
  },
  see: ['host', 'office', 'visited'],
  seats: { host: hostSeat, office: officeSeat },
  responsible: 'host',
  starts: {
    plan: {
      label: '安排调研',
      by: ['starter'],
      input: planning,
      requires: ['answersToAsker', 'liesAhead'],
      records: 'VisitPlanned',
      says: '{plannedOn} 调研：{title}',
      keeps: Object.keys(planning),
      sets: ['actsForCommittee', 'informsAhead'],
      moves: [{ to: 'announced', when: 'isAnnounced' }],
      to: 'hidden',
    },
  },
  states: {
    hidden: { ...waiting, label: '待调研（不告知）' },
    announced: { ...waiting, label: '待调研（已告知）' },
    done: {
      label: '已调研',
      is: 'resting',
      step: 2,
      commands: {
        nameProblem: {
          label: '指出问题',
          by: ours,
          input: {
            problem: { type: 'text', label: '问题', required: true, min: 4, max: 200 },
            detail: { type: 'long', label: '具体表现和整改要求', max: 1000 },
          },
          records: 'VisitProblemNamed',
          says: '指出问题：{problem}',
          sets: ['countsProblem'],
          effects: ['opensProblem'],
        },
        explain: {
          label: '说明情况',
          by: ['visited'],
          input: { words: { type: 'long', label: '说明', required: true, max: 1000 } },
          records: 'VisitExplained',
          says: '{unit} 说明：{words}',
          tells: ['office'],
        },
      },
    },
    cancelled: { label: '已取消', is: 'end', step: 2 },
  },
  parties: {
    visited: {
      label: '被调研单位',
      start: 'informed',
      states: { informed: { label: '已知悉', is: 'resting' } },
    },
  },
  clocks: {
    visit: {
      label: '调研日期',
      stages: [{ limit: { until: 'plannedOn' }, asks: 'noteNotMade' }],
      runs: ['hidden', 'announced'],
      restarts: ['VisitPostponed'],
      basis: '安排的调研日期',
    },
  },
  mainClock: 'visit',
  countedBy: 'method',
  rules: {
    answersToAsker: answersToAsker('unit'),
    liesAhead: {
      says: '计划日期不能早于今天',
      basis,
      input: true,
      holds: ({ input, at }) => (textOf(input, 'plannedOn') ?? '') >= dayOf(at),
    },
    wasMade: {
      says: '调研日期不能晚于今天',
      basis: '调研完成后才记，才让被调研单位看到',
      input: true,
      holds: ({ input, at }) => (textOf(input, 'visitedOn') ?? '9999') <= dayOf(at),
    },
    isAnnounced: {
      id: 'R039',
      says: '四不两直的调研，完成前不告知被调研单位',
      basis,
      holds: ({ record }) => isAnnounced(record.fields),
    },
  },
  setters: {
    actsForCommittee,
    informsAhead: ({ input }) => (isAnnounced(input) ? informs(input) : {}),
    informsAfterwards: ({ record }) => ({
      fields: { problems: 0 },
      ...(record.parties.length === 0 ? informs(record.fields) : {}),
    }),
    countsProblem: ({ record }) => ({
      fields: { problems: (numberOf(record.fields, 'problems') ?? 0) + 1 },
    }),
  },
  effects: {
    opensProblem: ({ record, words }) => [
      {
        open: 'appraisal-problem',
        command: 'name',
        input: { source: 'research', visit: record.id, ...ofVisit(record.fields) },
        words: { title: words['problem'] ?? '', detail: words['detail'] ?? '' },
      },
    ],
  },
  counters: {
    made: { label: '已调研', on: { event: 'VisitMade' } },
    unannounced: {
      label: '四不两直调研',
      on: { event: 'VisitMade' },
      when: (_, { fields: own }) => own['method'] === 'unannounced',
    },
    supervised: {
      label: '实地督导',
      on: { event: 'VisitMade' },
      when: (_, { fields: own }) => own['sort'] === 'supervision',
    },
  },
  parameters: {
    'visit.unannouncedYearly': {
      label: '党委每年至少一次“四不两直”调研',
      type: 'flag',
      default: true,
      basis: cityMaySet,
    },
  },
})

function isAnnounced(fields: Values): boolean {
  return fields['method'] === 'announced'
}

function informs(values: Values) {
  const one = numberOf(values, 'unit')
  return one === undefined ? {} : { join: [{ role: 'visited', unit: one }] }
}

function ofVisit(values: Values): Values {
  return Object.fromEntries(
    ['host', 'office', 'unit', 'year'].map((name) => [name, values[name] ?? null]),
  )
}
