import type { Indicator } from '../../../kernel/indicator.ts'

const shared = {
  systems: ['major-task-test'],
  denominator: [],
  by: 'cohort',
  period: 'year',
  goal: 'none',
  basis: '把重大任务作为检验街道社区党组织战斗力的依据；只看事，不给人打分',
  version: '1',
} as const satisfies Partial<Indicator>

/** What organisations did in major tasks; no organisation is scored by it. */
export const majorTaskIndicators: readonly Indicator[] = [
  {
    ...shared,
    id: 'major-task-organisations',
    label: '重大任务中记有贡献的党组织数',
    formula: '期内重大任务中记下做了什么的党组织（每项任务每个组织计一次）',
    unit: '个次',
    numerator: [{ kind: 'major-task', measure: 'contributed', weight: 1 }],
  },
  {
    ...shared,
    id: 'major-task-attendances',
    label: '重大任务出动人次',
    formula: '期内重大任务中各党组织出动的人次之和',
    unit: '人次',
    numerator: [{ kind: 'major-task', measure: 'attended', weight: 1 }],
  },
]
