import type { Indicator } from '../../kernel/indicator.ts'

const kind = 'duty-item'
const shared = {
  systems: ['street-duty-list'],
  by: 'stock',
  goal: 'none',
  denominator: [],
  basis: '街道职责清单分板块列明街道职责',
  version: '1',
} as const satisfies Partial<Indicator>

/** How the duty list is made up: blocks that hold something, and items. */
export const dutyIndicators: readonly Indicator[] = [
  {
    ...shared,
    id: 'F06',
    label: '街道职责清单板块数',
    formula: '有生效事项的职责板块数',
    unit: '个',
    numerator: [
      {
        covered: {
          of: { values: 'blocks' },
          having: [{ kind, measures: ['state:inForce'], atLeast: 1 }],
        },
        weight: 1,
      },
    ],
    references: [{ value: 6, asOf: '2022-06', place: '北京' }],
  },
  {
    ...shared,
    id: 'F07',
    label: '街道职责清单事项数',
    formula: '清单中生效的事项数',
    unit: '项',
    numerator: [{ kind, measure: 'state:inForce', weight: 1 }],
    references: [{ value: 110, about: 'over', asOf: '2022-06', place: '北京', words: '110余项' }],
  },
]
