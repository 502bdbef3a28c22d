import type { Indicator } from '../../../kernel/indicator.ts'

const kind = 'pairing-help'
const shared = { systems: ['pairing-help'], version: '1' } as const

/** Cadres in pairs (F52) and things done that the helped person confirmed (a part of F53): counts
 *  alone, in which nobody who is helped can be found. */
export const pairingIndicators: readonly Indicator[] = [
  {
    ...shared,
    id: 'F52',
    label: '结对党员干部数',
    formula: '本年登记、经本人或受托人同意的结对中的干部人数（一名干部结几户只计一次）',
    unit: '人',
    numerator: [{ kind, measure: 'cadres', weight: 1 }],
    denominator: [],
    by: 'cohort',
    period: 'year',
    goal: 'none',
    references: [{ value: 250_000, asOf: '2023', place: '甘肃' }],
    basis: '自愿结对：没有同意不算结对',
  },
  {
    ...shared,
    id: 'F53',
    part: 'items',
    label: '结对帮办实事数',
    formula: '受助人或受托人确认办好的帮办事项件数',
    unit: '件',
    numerator: [{ kind, measure: 'confirmed', weight: 1 }],
    denominator: [],
    by: 'flow',
    period: 'year',
    goal: 'up',
    references: [{ value: 240_000, asOf: '2023', place: '甘肃' }],
    basis: '没有确认的不计',
  },
  {
    ...shared,
    id: 'pairing-confirmed',
    label: '帮办事项确认率',
    formula: '受助人确认的 ÷（确认的 + 到期没有确认的）',
    unit: '%',
    numerator: [{ kind, measure: 'confirmed', weight: 1 }],
    denominator: [
      { kind, measure: 'confirmed', weight: 1 },
      { kind, measure: 'lapsed', weight: 1 },
    ],
    by: 'flow',
    period: 'year',
    smallest: 5,
    goal: 'up',
    basis: '没有确认的不计',
  },
]
