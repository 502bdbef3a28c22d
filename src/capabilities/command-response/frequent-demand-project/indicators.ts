import type { Indicator } from '../../../kernel/indicator.ts'

const kind = 'frequent-demand-project'

/** What taking a demand on has done to it: the same kind of appeals, the same length of time. */
export const demandIndicators: readonly Indicator[] = [
  {
    id: 'demand-after-before',
    systems: ['frequent-demand-project'],
    label: '“一把手”工程治理后与治理前诉求之比',
    formula: '对比期内同类诉求件数 ÷ 统计期内同类诉求件数（已计数的工程，两期一样长）',
    unit: '%',
    numerator: [{ kind, measure: 'after', weight: 1 }],
    denominator: [{ kind, measure: 'before', weight: 1 }],
    by: 'cohort',
    goal: 'down',
    basis: '高频民生诉求纳入“一把手”工程；件数由系统计，不由人填',
    version: '1',
  },
]
