import type { Indicator } from '../../../kernel/indicator.ts'
import { isStreet, mustBeRemoved } from './standing.ts'

const kind = 'street-task-removal'
const systems = [kind]
const goneBoth = { kind, measures: ['state:removed', 'state:verified'], atLeast: 2 }
const carried = {
  kind,
  measures: ['state:carrying', 'state:planned', 'state:relapsed'],
  atLeast: 1,
}

const removed = {
  systems,
  label: '取消招商引资、协税护税等任务的街道占比',
  formula: '招商引资和协税护税都已取消的街道 ÷ 全部街道（不含乡镇）',
  unit: '%',
  numerator: [
    { covered: { of: { areas: 'street' }, only: isStreet, having: [goneBoth] }, weight: 1 },
  ],
  denominator: [{ covered: { of: { areas: 'street' }, only: isStreet }, weight: 1 }],
  by: 'stock',
  goal: 'up',
  basis: '街道不再承担招商、协税一类经济指标任务',
  version: '1',
} as const satisfies Omit<Indicator, 'id'>

/** Streets relieved, by the definition of the two published waves, and those that should be. */
export const removalIndicators: readonly Indicator[] = [
  {
    ...removed,
    id: 'F01',
    references: [{ value: 0.76, asOf: '2021-06', place: '全国' }],
  },
  {
    ...removed,
    id: 'F02',
    references: [{ value: 0.808, asOf: '2022-06', place: '全国' }],
  },
  {
    ...removed,
    id: 'streets-not-relieved',
    label: '应取消未取消的街道占比',
    formula: '仍承担招商引资或协税护税的应取消街道 ÷ 应取消的街道（按城市类别和中心城区确定）',
    numerator: [
      {
        covered: {
          of: { areas: 'street' },
          only: ({ area }, world, at) => mustBeRemoved(area, world, at),
          having: [carried],
        },
        weight: 1,
      },
    ],
    denominator: [
      {
        covered: {
          of: { areas: 'street' },
          only: ({ area }, world, at) => mustBeRemoved(area, world, at),
        },
        weight: 1,
      },
    ],
    goal: 'down',
  },
]
