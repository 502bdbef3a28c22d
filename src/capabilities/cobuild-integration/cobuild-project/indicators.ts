import type { CoverTerm, Indicator } from '../../../kernel/indicator.ts'

const lists = [
  { kind: 'community-need', measures: ['listing'], atLeast: 1 },
  { kind: 'unit-resource', measures: ['opening'], atLeast: 1 },
  { kind: 'cobuild-project', measures: ['proposing'], atLeast: 1 },
] as const

const communities: CoverTerm = { weight: 1, covered: { of: { areas: 'community' } } }
const having = (wanted: readonly (typeof lists)[number][]): CoverTerm => ({
  weight: 1,
  covered: { of: { areas: 'community' }, having: wanted },
})

const shared = { systems: ['three-lists'], period: 'year', goal: 'up', version: '1' } as const

export const cobuildProjectIndicators: readonly Indicator[] = [
  {
    ...shared,
    id: 'F16',
    label: '每个社区在用的清单',
    formula: '（列了需求的社区 + 有资源的社区 + 有项目的社区）÷ 全部社区；三个都有为 3',
    unit: '个',
    numerator: lists.map((one) => having([one])),
    denominator: [communities],
    by: 'flow',
    references: [{ value: 3, asOf: '2021-06', place: '全国' }],
    basis: '建立资源、需求、项目三个清单',
  },
  {
    ...shared,
    id: 'three-lists-complete',
    label: '三个清单齐全的社区',
    formula: '需求、资源、项目三个清单都有的社区 ÷ 全部社区；缺清单的社区见下表',
    unit: '%',
    numerator: [having(lists)],
    denominator: [communities],
    by: 'flow',
    basis: '缺任何一个清单都算缺清单',
  },
  {
    ...shared,
    id: 'needs-met',
    label: '需求满足率',
    formula: '已满足的需求 ÷ 列入清单的需求',
    unit: '%',
    numerator: [{ kind: 'community-need', measure: 'met', weight: 1 }],
    denominator: [{ kind: 'community-need', measure: 'listed', weight: 1 }],
    by: 'cohort',
    basis: '项目办成、双方评价，社区评价为好或一般，需求才算满足',
  },
  {
    ...shared,
    id: 'resources-used',
    systems: ['resource-sharing'],
    label: '共享资源利用率',
    formula: '被使用过或参与了项目的资源 ÷ 开放的资源',
    unit: '%',
    numerator: [{ kind: 'unit-resource', measure: 'useful', weight: 1 }],
    denominator: [{ kind: 'unit-resource', measure: 'opened', weight: 1 }],
    by: 'cohort',
    basis: '整合盘活信息、阵地、文化、服务等实现资源共享',
  },
  {
    ...shared,
    id: 'clauses-fulfilled',
    systems: ['cobuild-agreement'],
    label: '共建协议条款履行率',
    formula: '已履行的条款 ÷ 全部条款',
    unit: '%',
    numerator: [{ kind: 'cobuild-agreement', measure: 'fulfilled', weight: 1 }],
    denominator: [{ kind: 'cobuild-agreement', measure: 'clauses', weight: 1 }],
    by: 'cohort',
    basis: '协议逐条记已履行或未履行',
  },
]
