import { narrowest } from '../../../kernel/directory.ts'
import { isGiven, numberOf, textOf } from '../../../kernel/field.ts'
import { defineKind, type Parameter, limitParameter } from '../../../kernel/kind.ts'
import type { RecordState } from '../../../kernel/record.ts'
import { addDays } from '../../../kernel/time.ts'
import { fields } from './fields.ts'
import { rules, thresholdNow } from './rules.ts'
import { states } from './states.ts'

const limit = (label: string, qty: number): Parameter =>
  limitParameter(label, { qty, unit: 'working-day' })

const proposed = {
  category: { ...fields.category, required: true },
  from: { ...fields.from, required: true },
  to: { ...fields.to, required: true },
  leader: { ...fields.leader, required: true },
  title: fields.title,
} as const

/**
 * 高频诉求“一把手”工程: what residents of an area ask for most is taken on by its secretary, and
 * ends only when the system counts fewer of the same in a period as long as the one before.
 */
export const frequentDemandProject = defineKind({
  name: 'frequent-demand-project',
  label: '高频诉求“一把手”工程',
  group: 'command-response',
  systems: ['frequent-demand-project'],
  version: 1,
  about: '一个地区一个时期最集中的诉求由书记领办，同类诉求下降了才销号，前后件数由系统计。',
  practices: ['frequent-demand-project'],
  fields,
  title: 'title',
  titleElse: 'plan',
  slots: { k1: 'category', n1: 'leader', n2: 'area' },
  searched: ['title', 'plan'],
  relations: {
    proposer: {
      label: '诉求派单单位',
      roles: ['dispatcher', 'head'],
      is: { function: 'dispatch', over: 'place' },
    },
    territory: {
      label: '属地街道',
      roles: ['dispatcher', 'head'],
      is: { unitType: ['street'], over: 'place' },
    },
    leader: { label: '领办书记', roles: ['secretary', 'head'], is: { seat: 'leader' } },
    lead: {
      label: '牵头单位',
      roles: ['clerk', 'dispatcher', 'head', 'secretary'],
      is: { seat: 'lead' },
    },
    supervisor: {
      label: '督查单位',
      roles: ['supervisor', 'head'],
      is: { function: 'supervise', over: 'place' },
    },
  },
  see: ['proposer', 'territory', 'leader', 'lead', 'supervisor'],
  seats: {
    proposer: { label: '诉求派单单位', is: { function: 'dispatch' } },
    leader: { label: '领办书记', is: { field: 'leader' } },
    lead: { label: '牵头单位', is: { field: 'lead' } },
  },
  responsible: 'leader',
  countedBy: 'category',
  starts: {
    propose: {
      label: '拟列“一把手”工程',
      by: ['proposer', 'territory'],
      input: proposed,
      requires: ['periodIsWhole', 'demandIsHigh', 'leaderLeadsHere'],
      records: 'DemandProposed',
      says: '拟列',
      keeps: Object.keys(proposed),
      sets: ['countsBefore'],
      facts: ['before'],
      to: 'proposed',
      tells: ['leader'],
    },
  },
  states,
  clocks: {
    take: {
      label: '领办',
      stages: [{ limit: { parameter: 'demand.take' }, asks: 'noteTakeLate' }],
      runs: ['proposed'],
      basis: '本市参数',
    },
    plan: {
      label: '定方案',
      stages: [{ limit: { parameter: 'demand.plan' }, asks: 'notePlanLate' }],
      runs: ['takenOn'],
      basis: '本市参数',
    },
    compare: {
      label: '对比期',
      stages: [{ limit: { until: 'measureOn' }, asks: 'measure' }],
      runs: ['underway'],
      basis: '对比期过完才计数',
    },
    close: {
      label: '销号',
      stages: [{ limit: { parameter: 'demand.close' }, asks: 'noteCloseLate' }],
      runs: ['measured'],
      basis: '本市参数',
    },
  },
  mainClock: 'compare',
  facts: {
    before: {
      kind: 'resident-appeal',
      where: { category: { input: 'category' } },
      opened: { from: { input: 'from' }, to: { input: 'to' } },
      within: 'place',
      want: 'count',
    },
    after: {
      kind: 'resident-appeal',
      where: { category: { field: 'category' } },
      opened: { from: { field: 'compareFrom' }, to: { field: 'compareTo' } },
      within: 'place',
      want: 'count',
    },
  },
  rules: {
    ...rules,
    demandStands: {
      says: '同类诉求已经下降',
      basis: '没有下降的再治理一轮',
      holds: (context) => rules['demandHasFallen']?.holds(context) !== true,
    },
  },
  setters: {
    countsBefore: (context) => ({
      fields: {
        area: narrowest(context.record.place),
        before: context.facts['before']?.count ?? 0,
        threshold: thresholdNow(context) ?? null,
        rounds: 1,
      },
    }),
    setsMeasureDay: ({ input }) => {
      const last = textOf(input, 'compareTo')
      return last === undefined ? {} : { fields: { measureOn: addDays(last, 1) } }
    },
    countsAfter: ({ facts }) => ({ fields: { after: facts['after']?.count ?? 0 } }),
    forgetsAfter: ({ record }) => ({
      fields: { after: null, rounds: (numberOf(record.fields, 'rounds') ?? 0) + 1 },
    }),
  },
  claims: {
    period: {
      label: '同一地区、类别、时期的工程',
      fields: ['area', 'category', 'from', 'to'],
      while: 'always',
    },
  },
  counters: {
    proposed: { label: '拟列工程', on: { start: true } },
    closed: { label: '销号工程', cohort: ({ state }) => state === 'closed' },
    before: { label: '治理前件数', cohort: (record) => measured(record, 'before') },
    after: { label: '治理后件数', cohort: (record) => measured(record, 'after') },
  },
  parameters: {
    'demand.threshold': {
      label: '列入“一把手”工程的件数门槛',
      type: 'number',
      default: 10,
      basis: '本市参数，可在设置中修改',
    },
    'demand.take': limit('领办时限', 10),
    'demand.plan': limit('定方案时限', 20),
    'demand.close': limit('销号时限', 10),
  },
})

/** Both counts stand together or not at all, so that before and after are of the same projects. */
function measured({ fields: now }: RecordState, name: 'before' | 'after'): number {
  return isGiven(now['after']) ? (numberOf(now, name) ?? 0) : 0
}
