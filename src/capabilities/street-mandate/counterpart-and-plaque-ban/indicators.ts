import type { Indicator } from '../../../kernel/indicator.ts'

const kind = 'counterpart-and-plaque-ban'
const shared = { systems: [kind], by: 'stock', version: '1', unit: '块', goal: 'down' } as const
const basis = '没有机构编制法律法规作依据，不能要求街道设对口机构、挂牌子'
const stock = (state: string) => ({ kind, measure: `state:${state}`, weight: 1 })

/** How many bodies and plaques hang, and how many of them without a law: a trend to be read over
 *  months. */
export const plaqueIndicators: readonly Indicator[] = [
  {
    ...shared,
    id: 'plaques-standing',
    label: '街道、社区现有对口机构和牌子数',
    formula: '有依据保留 + 违规要求 + 待摘牌 + 待核验',
    numerator: ['standing', 'violation', 'removing', 'verifying'].map(stock),
    denominator: [],
    basis,
  },
  {
    ...shared,
    id: 'plaques-without-law',
    label: '没有法规依据、还没有清理的牌子数',
    formula: '违规要求 + 待摘牌 + 待核验',
    numerator: ['violation', 'removing', 'verifying'].map(stock),
    denominator: [],
    basis,
  },
]
