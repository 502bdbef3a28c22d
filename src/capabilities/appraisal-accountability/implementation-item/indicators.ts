import type { Indicator } from '../../../kernel/indicator.ts'

const kind = 'implementation-item'

export const lookBackIndicators: readonly Indicator[] = [
  {
    id: 'look-back-rate',
    systems: ['look-back'],
    label: '回头看通过率',
    formula: '期内回头看落实到位的次数 ÷ 期内回头看的次数',
    unit: '%',
    numerator: [{ kind, measure: 'stood', weight: 1 }],
    denominator: [
      { kind, measure: 'stood', weight: 1 },
      { kind, measure: 'failed', weight: 1 },
    ],
    by: 'flow',
    period: 'year',
    goal: 'none',
    basis: '对贯彻落实情况“回头看”；没有通过的重新落实',
    version: '1',
  },
]
