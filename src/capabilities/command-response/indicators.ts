import type { Indicator } from '../../kernel/indicator.ts'

const unit = '%'
const base = { kind: 'resident-appeal', measure: 'evaluated' }
const shared = { systems: ['swift-response'], unit, goal: 'up', version: '1' } as const
const basis =
  '响应、解决、满意三率是通行做法，来源文本没有给出公式；分母为已评价的诉求，经审核剔除的不计'

/** 接诉即办三率 (N13): what the people who asked said, never what the handler said. */
export const indicators: readonly Indicator[] = [
  {
    ...shared,
    id: 'N13',
    part: 'responded',
    label: '响应率',
    formula: '评价时说有人联系过的诉求 ÷ 已评价的诉求',
    numerator: [{ kind: 'resident-appeal', measure: 'responded', weight: 1 }],
    denominator: [{ ...base, weight: 1 }],
    by: 'cohort',
    basis,
  },
  {
    ...shared,
    id: 'N13',
    part: 'solved',
    label: '解决率',
    formula: '评价为已解决的诉求 ÷ 已评价的诉求（部分解决按本市系数计，默认不计）',
    numerator: [
      { kind: 'resident-appeal', measure: 'solved', weight: 1 },
      { kind: 'resident-appeal', measure: 'partly', weight: 0 },
    ],
    denominator: [{ ...base, weight: 1 }],
    by: 'cohort',
    basis,
  },
  {
    ...shared,
    id: 'N13',
    part: 'satisfied',
    label: '满意率',
    formula: '满意和基本满意的份数 ÷ 表示了满意程度的份数（匿名计数，不足 5 份不显示）',
    numerator: [
      { kind: 'resident-appeal', measure: 'apart:satisfied:satisfied', weight: 1 },
      { kind: 'resident-appeal', measure: 'apart:satisfied:fair', weight: 1 },
    ],
    denominator: [
      { kind: 'resident-appeal', measure: 'apart:satisfied:satisfied', weight: 1 },
      { kind: 'resident-appeal', measure: 'apart:satisfied:fair', weight: 1 },
      { kind: 'resident-appeal', measure: 'apart:satisfied:dissatisfied', weight: 1 },
    ],
    by: 'month',
    smallest: 5,
    basis,
  },
]
