import type { CoverTerm, Indicator } from '../../../kernel/indicator.ts'

/** The 市、区 organs and institutions whose Party organisations all report in. */
const organTypes = [
  'department',
  'government',
  'organisation',
  'supervision',
  'arbiter',
  'city-hotline',
  'district-centre',
  'callback-centre',
] as const

/** Organs and institutions of the list, those with any of a measure or all of them. */
export const organs = (measures: readonly string[]): readonly CoverTerm[] =>
  organTypes.map((units) => ({
    weight: 1,
    covered: {
      of: { units },
      having: measures.length === 0 ? [] : [{ kind: 'unit-report-in', measures, atLeast: 1 }],
    },
  }))

export const unitReportInIndicators: readonly Indicator[] = [
  {
    id: 'N01',
    systems: ['unit-report-in'],
    label: '单位党组织报到覆盖率',
    formula: '社区已确认、承诺有践诺记录的市、区机关和事业单位 ÷ 全部市、区机关和事业单位',
    unit: '%',
    numerator: organs(['counts']),
    denominator: organs([]),
    by: 'cohort',
    period: 'year',
    goal: 'up',
    references: [{ value: 1, asOf: '2024-06', place: '全国', words: '目标：全覆盖' }],
    basis: '社区确认才计入；至少一项承诺有践诺记录（推动单位党组织到社区报到全覆盖）',
    version: '1',
  },
  {
    id: 'promises-kept',
    systems: ['unit-report-in'],
    label: '单位承诺兑现率',
    formula: '已兑现的承诺 ÷ 报到时和以后写下的承诺',
    unit: '%',
    numerator: [{ kind: 'unit-report-in', measure: 'kept', weight: 1 }],
    denominator: [{ kind: 'unit-report-in', measure: 'promised', weight: 1 }],
    by: 'cohort',
    period: 'year',
    goal: 'up',
    basis: '承诺践诺',
    version: '1',
  },
]
