import type { Indicator } from '../../../kernel/indicator.ts'

const kind = 'secretary-project'
const shared = {
  systems: ['secretary-project'],
  by: 'cohort',
  period: 'year',
  basis: '书记领办项目，一人至少一个重点项目',
  version: '1',
} as const

/** How many projects secretaries lead (F44), and how many were accepted. */
export const projectIndicators: readonly Indicator[] = [
  {
    ...shared,
    id: 'F44',
    label: '书记认领项目数',
    formula: '本年申报并经上级审核通过、没有终止的项目个数',
    unit: '个',
    numerator: [{ kind, measure: 'claimed', weight: 1 }],
    denominator: [],
    goal: 'none',
    references: [{ value: 3000, about: 'over', asOf: '2023', place: '江西' }],
  },
  {
    ...shared,
    id: 'secretary-project-accepted',
    label: '书记项目验收通过比例',
    formula: '验收通过的项目 ÷ 审核通过的项目（按申报之日）',
    unit: '%',
    numerator: [{ kind, measure: 'accepted', weight: 1 }],
    denominator: [{ kind, measure: 'claimed', weight: 1 }],
    goal: 'up',
  },
]
