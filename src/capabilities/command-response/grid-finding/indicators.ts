import type { Indicator } from '../../../kernel/indicator.ts'

const kind = 'grid-finding'
const shared = {
  systems: ['governance-closed-loop'],
  unit: '%',
  by: 'cohort',
  version: '1',
  basis: '网格化城市管理通行指标；按上报日归组，含当天上报、后来办结的',
} as const
const of = (measure: string) => [{ kind, measure, weight: 1 }]

/** How the closed loop runs, in the words of city management by grids. No rate is one of people. */
export const findingIndicators: readonly Indicator[] = [
  {
    ...shared,
    id: 'grid-filing-rate',
    label: '立案率',
    formula: '立案数 ÷ 上报数',
    numerator: of('filed'),
    denominator: of('found'),
    goal: 'none',
  },
  {
    ...shared,
    id: 'grid-handling-rate',
    label: '处置率',
    formula: '处置数 ÷ 应处置数（已交办）',
    numerator: of('handled'),
    denominator: of('toHandle'),
    goal: 'up',
  },
  {
    ...shared,
    id: 'grid-in-time-rate',
    label: '按期处置率',
    formula: '未超时处置的 ÷ 应处置数（已交办）',
    numerator: of('handledInTime'),
    denominator: of('toHandle'),
    goal: 'up',
  },
  {
    ...shared,
    id: 'grid-closing-rate',
    label: '结案率',
    formula: '结案数 ÷ 应结案数（已立案）',
    numerator: of('archived'),
    denominator: of('filed'),
    goal: 'up',
  },
  {
    ...shared,
    id: 'grid-rework-rate',
    label: '返工率',
    formula: '返工过的 ÷ 应结案数（已立案）',
    numerator: of('reworked'),
    denominator: of('filed'),
    goal: 'down',
  },
]
