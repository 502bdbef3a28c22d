import type { CountTerm, Indicator } from '../../../kernel/indicator.ts'

/** A site counts from 确定 to 退出 (R120). */
const countedStates = ['trying', 'assessed', 'promoted'] as const

const term = (state: string): CountTerm => ({
  kind: 'demonstration-site',
  measure: `state:${state}`,
  weight: 1,
})

export const siteIndicators: readonly Indicator[] = [
  {
    id: 'F22',
    systems: ['demonstration-sites'],
    label: '党建示范点数',
    formula: '已确定、没有退出的示范点个数（先行先试、已评估、已推广）；各区之和即全市',
    unit: '个',
    numerator: countedStates.map(term),
    denominator: [],
    by: 'stock',
    goal: 'none',
    references: [{ value: 214, asOf: '2018', place: '全国' }],
    basis: '示范点先行先试；从确定之日计到退出之日',
    version: '1',
  },
]
