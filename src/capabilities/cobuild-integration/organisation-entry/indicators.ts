import type { Indicator } from '../../../kernel/indicator.ts'

const term = (measure: string) => ({ kind: 'organisation-entry', measure, weight: 1 })
const shared = {
  systems: ['whole-area-registry'],
  by: 'stock',
  basis: '辖区各类组织全部纳入、一体推进，消除工作空白点',
  version: '1',
} as const satisfies Partial<Indicator>

/** How much of a street's organisations is linked, and how many blanks there are (R110). */
export const organisationIndicators: readonly Indicator[] = [
  {
    ...shared,
    id: 'organisations-linked',
    label: '有党建联系的组织比例',
    formula: '有党建联系的组织 ÷ 在册组织（尊重意愿未建立的也在册）',
    unit: '%',
    numerator: [term('linked')],
    denominator: [term('registered')],
    goal: 'up',
  },
  {
    ...shared,
    id: 'organisation-blanks',
    label: '空白点数',
    formula: '没有党建联系、列为空白点的组织数',
    unit: '个',
    numerator: [term('state:blank'), term('state:planned')],
    denominator: [],
    goal: 'down',
  },
]
