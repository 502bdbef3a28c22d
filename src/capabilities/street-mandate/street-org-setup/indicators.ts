import type { Cover, Indicator } from '../../../kernel/indicator.ts'

const kind = 'street-org-setup'
const streets: Cover = { of: { areas: 'street' }, only: ({ area }) => area?.type === '街道' }
const setUp: Cover = { ...streets, having: [{ kind, measures: ['state:setUp'], atLeast: 1 }] }
const shared = { systems: [kind], by: 'stock', version: '1' } as const
const pattern = {
  ...shared,
  unit: '个',
  denominator: [{ kind, measure: 'fiveThree', weight: 1 }],
  goal: 'none',
  basis: '五办三中心：五个办公室、三个中心；各叫什么名称，来源没有写明',
} as const satisfies Partial<Indicator>

/** F05: streets whose offices are set up as one; F64: offices and centres where the pattern is
 *  五办三中心. */
export const setupIndicators: readonly Indicator[] = [
  {
    ...shared,
    id: 'F05',
    label: '统筹设置党政内设工作机构的街道占比',
    formula: '已统筹设置内设机构的街道 ÷ 全部街道',
    unit: '%',
    numerator: [{ covered: setUp, weight: 1 }],
    denominator: [{ covered: streets, weight: 1 }],
    goal: 'up',
    references: [{ value: 0.953, asOf: '2021-06', place: '全国' }],
    basis: '街道内设机构按群众的事来设（中央关于城市基层党建的意见）',
  },
  {
    ...pattern,
    id: 'F64',
    part: 'offices',
    label: '五办三中心街道的办公室数',
    formula: '这些街道已设立的办公室 ÷ 按五办三中心设置的街道',
    numerator: [{ kind: 'internal-body', measure: 'fiveThreeOffices', weight: 1 }],
    references: [{ value: 5, asOf: '2020-06', place: '甘肃' }],
  },
  {
    ...pattern,
    id: 'F64',
    part: 'centres',
    label: '五办三中心街道的中心数',
    formula: '这些街道已设立的中心 ÷ 按五办三中心设置的街道',
    numerator: [{ kind: 'internal-body', measure: 'fiveThreeCentres', weight: 1 }],
    references: [{ value: 3, asOf: '2020-06', place: '甘肃' }],
  },
]
