import type { CountTerm, Indicator } from '../../../kernel/indicator.ts'

const of = (measure: string): CountTerm => ({ kind: 'appraisal-meeting', measure, weight: 1 })
const shared = {
  systems: ['superior-attendance'],
  by: 'cohort',
  period: 'year',
  denominator: [],
  version: '1',
} as const
const attendance = '上级派员列席述职评议会并作点评'

/** Who from above sat in, who reported in person, and whether each report had its comment. */
export const appraisalMeetingIndicators: readonly Indicator[] = [
  {
    ...shared,
    id: 'F54',
    label: '上级列席地方述职会覆盖',
    formula: '有上级列席并作点评的地方述职评议会 ÷ 已召开的地方述职评议会；缺的见清单',
    unit: '%',
    numerator: [of('attended')],
    denominator: [of('held')],
    goal: 'up',
    references: [
      { value: 1, asOf: '2023', place: '全国', words: '31 个省区市和新疆生产建设兵团全覆盖' },
    ],
    basis: attendance,
  },
  {
    ...shared,
    id: 'F55',
    label: '上级列席的单位述职会',
    formula: '有上级列席并作点评的机关、企业、学校、医院述职评议会场数',
    unit: '个',
    numerator: [of('organsAttended')],
    goal: 'none',
    references: [{ value: 21, asOf: '2023', place: '全国' }],
    basis: attendance,
  },
  {
    ...shared,
    id: 'F56',
    label: '单位党组织书记现场述职',
    formula: '在述职评议会上现场述职的机关、企业、学校、医院党组织书记人次',
    unit: '个',
    numerator: [of('organsOnsite')],
    goal: 'none',
    references: [{ value: 20, asOf: '2023', place: '全国（中央单位机关党委）' }],
    basis: '选取部分单位现场述职',
  },
  {
    ...shared,
    id: 'F70',
    systems: ['one-report-one-review'],
    label: '一述一评率',
    formula: '述职后有点评的 ÷ 已述职的（书面述职的点评后计入）',
    unit: '%',
    numerator: [of('commented')],
    denominator: [of('reported')],
    goal: 'up',
    references: [{ value: 1, asOf: '2023', place: '全国' }],
    basis: '严格落实“一述一评”要求',
  },
]
