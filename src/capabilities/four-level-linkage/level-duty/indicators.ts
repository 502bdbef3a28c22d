import type { Indicator } from '../../../kernel/indicator.ts'

/** How many of the four levels have their leading duty written down. */
export const levelDutyIndicators: readonly Indicator[] = [
  {
    id: 'F67',
    systems: ['four-level-duties'],
    label: '列明党建主责的层级数',
    formula: '主责在清单中生效的层级个数（市、区、街道、社区各一项主责，全市一份清单）',
    unit: '级',
    numerator: [{ kind: 'level-duty', measure: 'state:leading', weight: 1 }],
    denominator: [],
    by: 'stock',
    goal: 'up',
    references: [{ value: 4, asOf: '2019-05', place: '全国', words: '市、区、街道、社区' }],
    basis: '四级各有职责清单，一级抓一级',
    version: '1',
  },
]
