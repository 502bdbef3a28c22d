import type { Indicator } from '../../../kernel/indicator.ts'

const shared = {
  id: 'F58',
  systems: ['appraisal-rating', 'interview-accountability'],
  period: 'year',
  goal: 'none',
  version: '1',
  basis: '对抓基层党建评定为“一般”和“差”等次的党组织书记进行约谈；是否约谈由党委决定',
} as const
const reference = { asOf: '2023', place: '中国铁路' } as const
const committees = { of: { units: 'committee' } } as const

/** F58 in its three parts: who interviewed, how many were, and out of how many graded low. */
export const interviewIndicators: readonly Indicator[] = [
  {
    ...shared,
    part: 'units',
    label: '因等次约谈的党委',
    formula: '本年因“一般”“差”等次约谈过书记的党委数',
    unit: '家',
    numerator: [
      {
        covered: {
          ...committees,
          having: [{ kind: 'interview', measures: ['heldLow'], atLeast: 1 }],
        },
        weight: 1,
      },
    ],
    denominator: [],
    by: 'flow',
    references: [{ ...reference, value: 7, words: '7 家二级公司党委' }],
  },
  {
    ...shared,
    part: 'persons',
    label: '因等次约谈',
    formula: '本年因“一般”“差”等次约谈的人次',
    unit: '人次',
    numerator: [{ kind: 'interview', measure: 'heldLow', weight: 1 }],
    denominator: [],
    by: 'flow',
    references: [{ ...reference, value: 90 }],
  },
  {
    ...shared,
    part: 'rate',
    label: '“一般”“差”等次约谈比例',
    formula: '已约谈的 ÷ 评定为“一般”“差”的（不足 5 人不显示）',
    unit: '%',
    numerator: [{ kind: 'interview', measure: 'lowHeld', weight: 1 }],
    denominator: [{ kind: 'appraisal-rating', measure: 'low', weight: 1 }],
    by: 'cohort',
    smallest: 5,
  },
]
