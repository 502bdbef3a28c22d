import type { Cover, Indicator } from '../../../kernel/indicator.ts'

const kind = 'street-empowerment'
const streets: Cover = {
  of: { areas: 'street' },
  only: ({ area }) => area?.type === '街道',
}
const empowered: Cover = {
  ...streets,
  having: [
    {
      kind,
      measures: ['state:granted', 'state:acknowledged', 'state:exercised'],
      atLeast: { parameter: 'empowerment.least', else: 1 },
    },
  ],
}
const shared = {
  systems: [kind],
  label: '被赋予相应职权的街道占比',
  formula: '生效赋权达到本市规定项数（默认一项）的街道 ÷ 全部街道',
  unit: '%',
  numerator: [{ covered: empowered, weight: 1 }],
  denominator: [{ covered: streets, weight: 1 }],
  by: 'stock',
  goal: 'up',
  basis: '给街道的权要配得上街道的责（中央关于城市基层党建的意见）',
  version: '1',
} as const satisfies Omit<Indicator, 'id'>

/** F03, F04: streets with at least one grant in force, as published in two years. */
export const empowermentIndicators: readonly Indicator[] = [
  { ...shared, id: 'F03', references: [{ value: 0.844, asOf: '2021-06', place: '全国' }] },
  { ...shared, id: 'F04', references: [{ value: 0.881, asOf: '2022-06', place: '全国' }] },
]
