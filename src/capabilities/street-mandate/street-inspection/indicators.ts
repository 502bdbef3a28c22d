import type { Indicator } from '../../../kernel/indicator.ts'
import { isStreet } from '../street-task-removal/standing.ts'

const visits = { kind: 'street-inspection', measure: 'visits', weight: 1 } as const
const shared = {
  systems: ['street-inspection-approval'],
  by: 'flow',
  period: 'year',
  basis: '对街道的检查考核由区委和区政府统筹安排，确需开展的一事一报',
  version: '1',
} as const satisfies Partial<Indicator>

/** How often streets are inspected, and whether each time was planned or approved by itself. */
export const inspectionIndicators: readonly Indicator[] = [
  {
    ...shared,
    id: 'F69',
    label: '检查考核一事一报',
    formula: '列入年度计划或一事一报获批的检查考核 ÷ 上级部门对街道的全部检查考核',
    unit: '%',
    numerator: [{ ...visits, measure: 'approved' }],
    denominator: [visits],
    goal: 'up',
    references: [{ value: 1, asOf: '2019-05', place: '全国', words: '一事一报' }],
  },
  {
    ...shared,
    id: 'N17',
    part: 'visits',
    label: '每街道检查考核次数',
    formula: '对街道的检查考核次数 ÷ 街道数',
    unit: '次',
    numerator: [visits],
    denominator: [{ covered: { of: { areas: 'street' }, only: isStreet }, weight: 1 }],
    goal: 'down',
  },
  {
    ...shared,
    id: 'N17',
    part: 'unapproved',
    label: '未经批准的检查考核占比',
    formula: '未经批准的检查考核 ÷ 对街道的全部检查考核',
    unit: '%',
    numerator: [{ ...visits, measure: 'unapproved' }],
    denominator: [visits],
    goal: 'down',
  },
]
