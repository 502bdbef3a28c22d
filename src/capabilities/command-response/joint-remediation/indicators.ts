import type { Indicator } from '../../../kernel/indicator.ts'

const kind = 'joint-remediation'
const shared = { systems: ['joint-remediation'], version: '1' } as const
const values = ['better', 'some', 'same']

/** How long campaigns took (F09), and what people living and trading there said afterwards. */
export const remediationIndicators: readonly Indicator[] = [
  {
    ...shared,
    id: 'F09',
    label: '集中整治平均天数',
    formula: '（结束日期 − 开始日期 + 1）之和 ÷ 整治期满的次数',
    unit: '天',
    numerator: [{ kind, measure: 'days', weight: 1 }],
    denominator: [{ kind, measure: 'ended', weight: 1 }],
    by: 'cohort',
    goal: 'none',
    basis: '吹哨后集中整治持续天数',
  },
  said('residentView', '居民说整治后明显好转的比例', 'remediation-residents-better'),
  said('shopView', '商户说整治后明显好转的比例', 'remediation-shops-better'),
]

function said(field: string, label: string, id: string): Indicator {
  const term = (value: string) => ({ kind, measure: `apart:${field}:${value}`, weight: 1 })
  return {
    ...shared,
    id,
    label,
    formula: '说明显好转的份数 ÷ 意见份数（匿名计数，不足 5 份不显示）',
    unit: '%',
    numerator: [term('better')],
    denominator: values.map(term),
    by: 'month',
    smallest: 5,
    goal: 'up',
    basis: '意见在整治结束之后听取',
  }
}
