import { defineKind, limitParameter } from '../../../kernel/kind.ts'
import type { RecordState } from '../../../kernel/record.ts'
import { cityMaySet, host, hostSeat, office, officeSeat, officials, starter } from '../reviewing.ts'
import { basis, fields } from './fields.ts'
import { rules, setters } from './rules.ts'
import { states } from './states.ts'

const { title, detail, source, year, unit, meeting, visit, report } = fields
const raising = { title, detail, source, year, unit } as const
const naming = {
  ...raising,
  host: { ...fields.host, required: true },
  office: { ...fields.office, required: true },
  meeting,
  visit,
  report,
} as const

/**
 * 问题整改: what was pointed out to a unit in research, report, comment or inspection. It claims it
 * with measures, a person and a day, puts it right and hands in evidence; somebody else accepts. What
 * was closed is looked at again, and what a year leaves open the next year begins with.
 */
export const appraisalProblem = defineKind({
  name: 'appraisal-problem',
  label: '述职问题整改',
  group: 'appraisal-accountability',
  systems: ['problem-rectification', 'look-back'],
  version: 1,
  about: '述职评议指出的问题：反馈、认领、整改、别人验收、销号、回头看；没有销号的结转下一年度。',
  fields,
  title: 'title',
  slots: { k1: 'meeting', k2: 'late', k3: 'host', n1: 'unit', n2: 'year', t1: 'dueOn' },
  searched: ['title', 'detail'],
  relations: {
    starter,
    host,
    office,
    unit: { label: '整改单位', roles: officials, is: { seat: 'unit' } },
    upper: {
      label: '本级和上级党委、组织部门',
      roles: officials,
      is: { unitType: ['committee', 'organisation'], over: 'place' },
    },
  },
  see: ['host', 'office', 'unit', 'upper'],
  seats: {
    host: hostSeat,
    office: officeSeat,
    unit: { label: '整改单位', is: { field: 'unit' } },
  },
  responsible: 'unit',
  starts: {
    raise: {
      label: '反馈问题',
      by: ['starter'],
      input: raising,
      requires: ['answersToAsker'],
      records: 'ProblemRaised',
      says: '反馈 {unit}：{title}',
      keeps: Object.keys(raising),
      sets: ['keepsSuperior', 'liesAtTheUnit'],
      to: 'raised',
      tells: ['unit'],
    },
    name: {
      label: '指出问题',
      by: ['effect'],
      input: naming,
      records: 'ProblemNamed',
      says: '指出 {unit}：{title}',
      keeps: Object.keys(naming),
      sets: ['liesAtTheUnit'],
      to: 'raised',
      tells: ['unit'],
    },
  },
  states,
  clocks: {
    claim: {
      label: '认领',
      stages: [{ limit: { parameter: 'problem.claim' }, asks: 'noteUnclaimed' }],
      runs: ['raised'],
      basis: cityMaySet,
    },
    rectify: {
      label: '整改',
      stages: [{ limit: { until: 'dueOn' }, asks: 'noteLate' }],
      runs: ['rectifying'],
      basis,
    },
    check: {
      label: '验收',
      stages: [{ limit: { parameter: 'problem.check' }, asks: 'noteCheckLate' }],
      runs: ['submitted'],
      basis: cityMaySet,
    },
    lookBack: {
      label: '回头看',
      stages: [{ limit: { until: 'lookBackOn' }, asks: 'noteLookBackDue' }],
      runs: ['closed'],
      basis: '对贯彻落实情况进行“回头看”',
    },
    year: {
      label: '年度结转',
      stages: [{ limit: { until: 'yearEnd' }, asks: 'carryOver' }],
      runs: ['raised', 'rectifying', 'submitted'],
      restarts: ['ProblemCarriedOver'],
      basis: '一年接着一年干，一个问题接着一个问题抓',
    },
  },
  mainClock: 'rectify',
  countedBy: 'source',
  rules,
  setters,
  counters: {
    raised: { label: '指出的问题', cohort: ({ state }) => state !== 'withdrawn' },
    closed: { label: '已销号的问题', cohort: isClosed },
    open: { label: '没有销号的问题', cohort: isOpen },
    overdue: {
      label: '超期没有销号的问题',
      cohort: (record) => isOpen(record) && record.fields['late'] === 'late',
    },
    reopened: { label: '回头看反弹', on: { event: 'ProblemReopened' } },
    carriedOver: { label: '结转下一年度', on: { event: 'ProblemCarriedOver' } },
  },
  parameters: {
    'problem.claim': limitParameter('问题认领时限', { qty: 5, unit: 'working-day' }),
    'problem.check': limitParameter('整改验收时限', { qty: 5, unit: 'working-day' }),
    'problem.lookBackDays': {
      label: '销号后多少天回头看',
      type: 'number',
      default: 90,
      basis: cityMaySet,
    },
  },
})

function isClosed({ state }: RecordState): boolean {
  return state === 'closed' || state === 'settled'
}

function isOpen({ state }: RecordState): boolean {
  return ['raised', 'rectifying', 'submitted'].includes(state)
}
