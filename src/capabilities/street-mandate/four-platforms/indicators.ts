import type { Indicator } from '../../../kernel/indicator.ts'

const kind = 'four-platforms'

/** F08: how many platforms a street that has them runs. */
export const platformIndicators: readonly Indicator[] = [
  {
    id: 'F08',
    systems: [kind],
    label: '每个街道的综合平台数',
    formula: '运行的综合平台 ÷ 建立平台的街道',
    unit: '个',
    numerator: [{ kind, measure: 'platforms', weight: 1 }],
    denominator: [{ kind, measure: 'streets', weight: 1 }],
    by: 'stock',
    goal: 'none',
    references: [{ value: 4, asOf: '2022-06', place: '浙江' }],
    basis: '每个街道四个平台，一件事只进一个',
    version: '1',
  },
]
