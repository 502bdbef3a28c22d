import type { Indicator } from '../../../kernel/indicator.ts'

const kind = 'monthly-dispatch'

/** F73: months with a dispatch over months that are over. */
export const monthlyDispatchIndicators: readonly Indicator[] = [
  {
    id: 'F73',
    systems: ['plan-monthly-report-cycle'],
    label: '每月调度率',
    formula: '有调度的月份 ÷ 已经过去的月份（实行每月调度以来，按年初部署之日）',
    unit: '%',
    numerator: [{ kind, measure: 'dispatched', weight: 1 }],
    denominator: [{ kind, measure: 'elapsed', weight: 1 }],
    by: 'cohort',
    period: 'year',
    goal: 'up',
    references: [{ value: 1, asOf: '2023', place: '生态环境部', words: '每月调度' }],
    basis: '年初部署、每月调度、年底述职',
    version: '1',
  },
]
