import type { Indicator } from '../../../kernel/indicator.ts'

const asked = { kind: 'must-answer-question', measure: 'asked' } as const

/** F48: how many questions an organisation sets a year. More than two never come to be. */
export const questionIndicators: readonly Indicator[] = [
  {
    id: 'F48',
    part: 'asked',
    systems: ['must-answer-questions'],
    label: '本年度定下的必答题数',
    formula: '本年度定下、没有撤下的必答题（每个党组织一年一到两个）',
    unit: '个',
    numerator: [{ ...asked, weight: 1 }],
    denominator: [],
    by: 'cohort',
    period: 'year',
    goal: 'none',
    references: [
      { value: 1, asOf: '2023', place: '全国', words: '每个党组织每年1～2个' },
      { value: 2, asOf: '2023', place: '全国', words: '每个党组织每年1～2个' },
    ],
    basis: '每年确定1～2个重点难点问题作为必答题',
    version: '1',
  },
  {
    id: 'F48',
    part: 'set',
    systems: ['must-answer-questions'],
    label: '定了必答题的党委比例',
    formula: '本年度定了必答题的党委 ÷ 全部党委',
    unit: '%',
    numerator: [
      {
        covered: {
          of: { units: 'committee' },
          having: [{ kind: asked.kind, measures: [asked.measure], atLeast: 1 }],
        },
        weight: 1,
      },
    ],
    denominator: [{ covered: { of: { units: 'committee' } }, weight: 1 }],
    by: 'cohort',
    period: 'year',
    goal: 'up',
    basis: '每年确定1～2个重点难点问题作为必答题',
    version: '1',
  },
]
