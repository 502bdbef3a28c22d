import type { Indicator } from '../../../kernel/indicator.ts'

const shared = {
  systems: ['main-responsibility-check'],
  denominator: [],
  by: 'cohort',
  period: 'year',
  goal: 'none',
  basis: '全面从严治党主体责任检查；只计数，不列人，不排名',
  version: '1',
} as const satisfies Partial<Indicator>

/** The three results of the checks: computed from their records, with no person in them. */
export const checkIndicators: readonly Indicator[] = [
  {
    ...shared,
    id: 'F45',
    label: '访谈约谈领导干部数',
    formula: '期内各轮检查访谈约谈的人数之和；同一轮里同一人只计一次',
    unit: '人',
    numerator: [{ kind: 'responsibility-check', measure: 'interviewed', weight: 1 }],
    references: [{ value: 1107, asOf: '2023', place: '福建' }],
  },
  {
    ...shared,
    id: 'F46',
    label: '梳理问题数',
    formula: '期内各轮检查梳理的问题（核实后撤销的不计）',
    unit: '项',
    numerator: [{ kind: 'responsibility-item', measure: 'problems', weight: 1 }],
    references: [{ value: 257, asOf: '2023', place: '福建' }],
  },
  {
    ...shared,
    id: 'F47',
    label: '问责建议数',
    formula: '期内各轮检查提出的问责建议（核实后撤销的不计）',
    unit: '条',
    numerator: [{ kind: 'responsibility-item', measure: 'suggestions', weight: 1 }],
    references: [{ value: 48, asOf: '2023', place: '福建' }],
  },
]
