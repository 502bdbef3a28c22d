import type { Indicator } from '../../../kernel/indicator.ts'

const kind = 'level-task'

export const levelTaskIndicators: readonly Indicator[] = [
  {
    id: 'level-task-done',
    systems: ['four-level-duties'],
    label: '年度任务完成率',
    formula: '已完成的任务 ÷ 列入和下达的任务（各级各计一件，按列入之日）',
    unit: '%',
    numerator: [{ kind, measure: 'done', weight: 1 }],
    denominator: [{ kind, measure: 'received', weight: 1 }],
    by: 'cohort',
    period: 'year',
    goal: 'up',
    basis: '逐级明确党建工作职责任务；完成情况由承担单位报、系统汇总',
    version: '1',
  },
]
