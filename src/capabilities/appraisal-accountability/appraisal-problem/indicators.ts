import type { Indicator } from '../../../kernel/indicator.ts'

const shared = {
  id: 'N24',
  systems: ['problem-rectification'],
  unit: '%',
  by: 'cohort',
  period: 'year',
  basis: '“问题反馈+督促整改+总结提升”工作闭环',
  version: '1',
} as const
const of = (measure: string) => ({ kind: 'appraisal-problem', measure, weight: 1 })

/** N24: how much of what was pointed out is put right, and how much runs late. */
export const appraisalProblemIndicators: readonly Indicator[] = [
  {
    ...shared,
    part: 'closed',
    label: '述职问题整改销号率',
    formula: '已销号的问题 ÷ 指出的问题（按指出之日，撤销的不计）',
    numerator: [of('closed')],
    denominator: [of('raised')],
    goal: 'up',
  },
  {
    ...shared,
    part: 'overdue',
    label: '述职问题整改逾期率',
    formula: '超过整改期限的问题 ÷ 没有销号的问题',
    numerator: [of('overdue')],
    denominator: [of('open')],
    goal: 'down',
  },
]
