import type { Indicator } from '../../../kernel/indicator.ts'
import { basis, directions } from './sides.ts'

const term = (measure: string) => ({ kind: 'two-way-pair', measure, weight: 1 })

const shared = {
  systems: ['two-way-responsibility', 'two-way-consultation', 'two-way-appraisal'],
  by: 'stock',
  denominator: [term('paired')],
  unit: '%',
  basis,
  version: '1',
} as const satisfies Partial<Indicator>

/** How many pairs are two-way (R054), what the others lack, and who has not consulted (R055). */
export const pairIndicators: readonly Indicator[] = [
  {
    ...shared,
    id: 'two-way-pairs',
    label: '真正双向的结对比例',
    formula: '四项机制两个方向本年度都有记录的结对 ÷ 结对中的结对',
    numerator: [term('twoWay')],
    goal: 'up',
  },
  {
    ...shared,
    id: 'consultation-overdue',
    systems: ['two-way-consultation'],
    label: '会商逾期的结对比例',
    formula: '本周期没有会商的结对 ÷ 结对中的结对',
    numerator: [term('overdue')],
    goal: 'down',
  },
  ...directions.map(({ value, label }) => ({
    ...shared,
    id: 'two-way-missing',
    part: value,
    label,
    formula: `本年度在这个方向没有记录的结对 ÷ 结对中的结对（${label}）`,
    numerator: [term(value)],
    goal: 'down' as const,
  })),
]
