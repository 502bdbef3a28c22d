import type { Indicator } from '../../../kernel/indicator.ts'

const of = (measure: string) => [{ kind: 'field-reception', measure, weight: 1 }] as const
const shared = {
  systems: ['four-grassroots'],
  denominator: [],
  by: 'cohort',
  period: 'year',
  goal: 'none',
  basis: '领导班子成员接访、下访，解决群众诉求；只计数，不记来访人',
  version: '1',
} as const satisfies Partial<Indicator>

/** Attendances are not persons; a demand is solved when its appeal is closed with an answer. */
export const receptionIndicators: readonly Indicator[] = [
  {
    ...shared,
    id: 'F50',
    label: '接访下访人次',
    formula: '期内预告的接待中登记的来访人次之和；同一人再来再计',
    unit: '人次',
    numerator: of('attendances'),
    references: [{ value: 1700, about: 'over', asOf: '2023', place: '海南' }],
  },
  {
    ...shared,
    id: 'F51',
    systems: ['four-grassroots', 'swift-response'],
    label: '解决群众诉求数',
    formula: '期内接待中提出、现已答复并办结的诉求',
    unit: '个',
    numerator: of('solved'),
    references: [{ value: 2000, about: 'over', asOf: '2023', place: '海南' }],
  },
  {
    ...shared,
    id: 'reception-solved-rate',
    label: '接待诉求解决率',
    formula: '期内接待中提出、现已答复并办结的诉求 ÷ 期内接待中提出的诉求',
    unit: '%',
    numerator: of('solved'),
    denominator: of('raised'),
  },
]
