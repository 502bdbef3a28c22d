import type { Indicator } from '../../../kernel/indicator.ts'

export const actionIndicators: readonly Indicator[] = [
  {
    id: 'F43',
    systems: ['special-action'],
    label: '述职紧扣的专项行动数',
    formula: '期内启动、列为述职评议考核内容的专项行动（取消的不计）',
    unit: '个',
    numerator: [{ kind: 'special-action', measure: 'topics', weight: 1 }],
    denominator: [],
    by: 'cohort',
    period: 'year',
    goal: 'none',
    references: [{ value: 4, asOf: '2023', place: '浙江' }],
    basis: '结合专项行动开展述职评议考核',
    version: '1',
  },
]
