import type { Indicator } from '../../../kernel/indicator.ts'

const kind = 'public-commitment'
const shared = { systems: ['public-commitment'], unit: '%', goal: 'up', version: '1' } as const
const views = ['kept', 'partly', 'not']
const said = (value: string) => ({ kind, measure: `apart:view:${value}`, weight: 1 })

/** How many promises were kept, as those above found and as residents said. */
export const commitmentIndicators: readonly Indicator[] = [
  {
    ...shared,
    id: 'commitments-kept',
    label: '公开承诺兑现率',
    formula: '评定为兑现的承诺 ÷ 已评定的承诺（兑现和未兑现，按作出承诺之日）',
    numerator: [{ kind, measure: 'kept', weight: 1 }],
    denominator: [
      { kind, measure: 'kept', weight: 1 },
      { kind, measure: 'notKept', weight: 1 },
    ],
    by: 'cohort',
    period: 'year',
    basis: '承诺由上级听取群众评议后评定',
  },
  {
    ...shared,
    id: 'commitments-residents-kept',
    label: '群众说承诺做到了的比例',
    formula: '说做到了的份数 ÷ 评议份数（匿名计数，不足 5 份不显示）',
    numerator: [said('kept')],
    denominator: views.map(said),
    by: 'month',
    smallest: 5,
    basis: '党员群众对公开承诺的评议',
  },
]
