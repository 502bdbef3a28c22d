import { organs } from '../unit-report-in/indicators.ts'
import type { Indicator } from '../../../kernel/indicator.ts'

const shared = { systems: ['member-report-in'], by: 'cohort', goal: 'up', version: '1' } as const

export const memberReportInIndicators: readonly Indicator[] = [
  {
    ...shared,
    id: 'F20',
    label: '到社区报到参与应急的在职党员',
    formula: '社区确认报到、记有应急值守服务的在职党员人数',
    unit: '名',
    numerator: [{ kind: 'member-report-in', measure: 'inEmergency', weight: 1 }],
    denominator: [],
    references: [{ value: 8_461_000, asOf: '2021-06', place: '全国', words: '疫情防控中' }],
    basis: '每人只计一次；只公布人数',
  },
  {
    ...shared,
    id: 'N02',
    label: '在职党员报到覆盖率',
    formula: '已报党员总数的单位中社区已确认报到的在职党员 ÷ 报到单位的在职党员总数',
    unit: '%',
    numerator: [{ kind: 'member-report-in', measure: 'based', weight: 1 }],
    denominator: [{ kind: 'unit-report-in', measure: 'members', weight: 1 }],
    period: 'year',
    references: [{ value: 1, asOf: '2024-06', place: '全国', words: '目标：全覆盖' }],
    basis: '社区确认才计入；单位只报总数，不报名单；没有报总数的单位，其党员不计入，另列',
  },
  {
    ...shared,
    id: 'members-told',
    label: '已报在职党员总数的单位比例',
    formula: '报到并报了在职党员总数的市、区机关和事业单位 ÷ 全部市、区机关和事业单位',
    unit: '%',
    numerator: organs(['members']),
    denominator: organs([]),
    period: 'year',
    basis: '没有报总数的单位不计入在职党员报到覆盖率，在这里看得到',
  },
]
