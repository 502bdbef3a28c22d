import type { CoverTerm, Indicator } from '../../../kernel/indicator.ts'

const hosting = { kind: 'joint-activity', measures: ['led', 'hosted'], atLeast: 1 }

/** Units of a type that held at least one activity: each once, however many it held (R129). */
function hosts(type: string): CoverTerm {
  return { covered: { of: { units: type }, having: [hosting] }, weight: 1 }
}

/** All that is no community: organs, departments, streets and their offices. */
const unitTypes = [
  'committee',
  'government',
  'organisation',
  'department',
  'street',
  'street-office',
] as const

const shared = {
  systems: ['joint-activities'],
  period: 'year',
  goal: 'none',
  denominator: [],
  basis: '组织共建、活动共联；参加自愿，按组织计数',
  version: '1',
} as const satisfies Partial<Indicator>

/** Who held activities together, and how many came: told of organisations, never of persons. */
export const activityIndicators: readonly Indicator[] = [
  {
    ...shared,
    id: 'F40',
    label: '共同举办活动的社区党组织数',
    formula: '本年度至少举办过一次共联活动的社区，每个社区只计一次',
    unit: '个',
    numerator: [hosts('community')],
    by: 'cohort',
    references: [{ value: 163, asOf: '2022-05', place: '汕尾', words: '同一次主题党日' }],
  },
  {
    ...shared,
    id: 'F41',
    label: '共同举办活动的单位数',
    formula: '本年度至少举办过一次共联活动的单位和在册组织，每个只计一次',
    unit: '个',
    numerator: [
      ...unitTypes.map(hosts),
      { kind: 'organisation-entry', measure: 'hosted', weight: 1 },
    ],
    by: 'flow',
    references: [{ value: 309, asOf: '2022-05', place: '汕尾', words: '同一次主题党日' }],
  },
  {
    ...shared,
    id: 'F26',
    label: '一次关怀活动平均到场人数',
    formula: '关怀活动到场人数（按组织登记）÷ 举办的关怀活动数',
    unit: '人',
    numerator: [{ kind: 'joint-activity', measure: 'careAttendance', weight: 1 }],
    denominator: [{ kind: 'joint-activity', measure: 'careHeld', weight: 1 }],
    by: 'cohort',
    references: [{ value: 100, about: 'nearly', asOf: '2022-01', place: '深圳梅林街道' }],
  },
  {
    ...shared,
    id: 'F34',
    label: '企业平均参加活动次数',
    formula: '本年度企业参加共联活动的次数 ÷ 在册企业数；与基期相比即为增幅。不用于许可和检查',
    unit: '次',
    numerator: [{ kind: 'activity-organisation', measure: 'firms', weight: 1 }],
    denominator: [{ kind: 'organisation-entry', measure: 'firms', weight: 1 }],
    by: 'cohort',
    references: [
      { value: 0.3, asOf: '2019—2022', place: '南京新街口', words: '频次比基期提高 30%' },
    ],
  },
]
