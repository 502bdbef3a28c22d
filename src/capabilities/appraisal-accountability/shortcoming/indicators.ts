import type { Indicator } from '../../../kernel/indicator.ts'

const of = (measure: string) => [{ kind: 'shortcoming', measure, weight: 1 }] as const
const shared = {
  id: 'F49',
  systems: ['shortcoming-ledger'],
  unit: '个',
  denominator: [],
  by: 'cohort',
  period: 'year',
  goal: 'none',
  basis: '查找解决问题短板；查找数和解决数是两个数，解决须经复核',
  version: '1',
} as const satisfies Partial<Indicator>

/** Found and solved are two counts; neither stands for the other. */
export const shortcomingIndicators: readonly Indicator[] = [
  {
    ...shared,
    part: 'found',
    label: '查找问题短板数',
    formula: '期内登记的问题短板（核实后不列入台账的不计）',
    numerator: of('found'),
    references: [{ value: 16_000, asOf: '2023', place: '四川', words: '查找并解决' }],
  },
  {
    ...shared,
    part: 'solved',
    label: '解决问题短板数',
    formula: '期内登记、现已经别人复核销号的问题短板；反弹的不算',
    numerator: of('solved'),
    references: [{ value: 16_000, asOf: '2023', place: '四川', words: '查找并解决' }],
  },
  {
    ...shared,
    part: 'rate',
    label: '问题短板解决率',
    formula: '期内登记、现已销号的 ÷ 期内登记的问题短板',
    unit: '%',
    numerator: of('solved'),
    denominator: of('found'),
  },
]
