import type { Indicator } from '../../../kernel/indicator.ts'

/** Money goes with the matter: how many of what was admitted had it in time. */
export const admissionIndicators: readonly Indicator[] = [
  {
    id: 'admission-money-in-time',
    systems: ['street-duty-admission'],
    label: '准入事项经费按期到位率',
    formula: '按约定日期经费足额到位的准入事项 ÷ 准入事项',
    unit: '%',
    numerator: [{ kind: 'street-duty-admission', measure: 'moneyInTime', weight: 1 }],
    denominator: [{ kind: 'street-duty-admission', measure: 'admitted', weight: 1 }],
    by: 'flow',
    period: 'year',
    goal: 'up',
    basis: '权随责走、费随事转',
    version: '1',
  },
]
