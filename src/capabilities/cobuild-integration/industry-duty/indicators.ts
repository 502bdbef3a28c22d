import type { Indicator } from '../../../kernel/indicator.ts'

const kind = 'industry-duty'

/** A system counts with a list in force and a consultation in the period (R131). */
export const industryIndicators: readonly Indicator[] = [
  {
    id: 'F18',
    systems: ['industry-territory-duty'],
    label: '规范与属地责任的行业系统数',
    formula: '有执行中的责任清单、并且本年度协商过的行业系统数',
    unit: '个',
    numerator: [
      {
        covered: {
          of: { values: 'industry-systems' },
          having: [
            { kind, measures: ['state:signed'], atLeast: 1 },
            { kind, measures: ['consulted'], atLeast: 1 },
          ],
        },
        weight: 1,
      },
    ],
    denominator: [],
    by: 'flow',
    period: 'year',
    goal: 'none',
    references: [
      { value: 16, asOf: '2021-06', place: '杭州' },
      { value: 16, asOf: '2022-06', place: '杭州' },
    ],
    basis: '规范行业系统与属地党建责任，建立定期协商、共抓落实机制',
    version: '1',
  },
]
