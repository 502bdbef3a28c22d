import type { Indicator } from '../../../kernel/indicator.ts'

const kind = 'street-whistle'
const term = (measure: string) => [{ kind, measure, weight: 1 }]
const graded = (measure: string) => [{ kind: 'department-evaluation', measure, weight: 1 }]

/** 吹哨报到率、按期办结率 (N14); how often a street whistles, which is neither good nor bad by itself;
 *  and what the two sides say of each other's work. */
export const whistleIndicators: readonly Indicator[] = [
  {
    id: 'N14',
    part: 'arrival',
    systems: ['whistle-report'],
    label: '报到率',
    formula: '按时报到的部门 ÷ 吹哨且没有裁定退出的部门（按吹哨日期，记在各部门名下）',
    unit: '%',
    numerator: term('arrivedInTime'),
    denominator: term('called'),
    by: 'cohort',
    goal: 'up',
    basis: '来源文本没有给出公式；按时以各哨类的报到时限为准，街道有异议的报到不算',
    version: '1',
  },
  {
    id: 'N14',
    part: 'closing',
    systems: ['whistle-report'],
    label: '按期办结率',
    formula: '办理时限内办结的哨 ÷ 已销哨（按吹哨日期，记在吹哨街道名下）',
    unit: '%',
    numerator: term('closedInTime'),
    denominator: term('closed'),
    by: 'cohort',
    goal: 'up',
    basis: '来源文本没有给出公式；提请验收后的等待不算部门超时，退回后超时的算',
    version: '1',
  },
  {
    id: 'whistle-rate',
    systems: ['whistle-report'],
    label: '吹哨率',
    formula: '当月吹哨 ÷ 当月受理的居民诉求',
    unit: '%',
    numerator: term('blown'),
    denominator: [{ kind: 'resident-appeal', measure: 'registered', weight: 1 }],
    by: 'flow',
    goal: 'none',
    band: {
      low: 0.005,
      high: 0.1,
      words: '过低可能是有难事不吹哨，过高可能是日常机制没有起作用；只供了解情况，不计分、不排名',
    },
    basis: '吹哨用于街道解决不了的难事；正常范围由本市确定，这里是参考值',
    version: '1',
  },
  {
    id: 'department-judged-by-street',
    systems: ['street-evaluates-department'],
    label: '街道对部门的好评率',
    formula: '评为好的项 ÷ 已评的项（响应、态度、质量、结果，按互评日期）',
    unit: '%',
    numerator: graded('departmentGood'),
    denominator: graded('departmentAspects'),
    by: 'cohort',
    goal: 'up',
    basis: '街道评价部门；评的是每次吹哨里的工作，不看吹哨多少',
    version: '1',
  },
  {
    id: 'street-judged-by-department',
    systems: ['street-evaluates-department'],
    label: '部门对街道的好评率',
    formula: '评为好的项 ÷ 已评的项（响应、态度、质量、结果，按互评日期）',
    unit: '%',
    numerator: graded('streetGood'),
    denominator: graded('streetAspects'),
    by: 'cohort',
    goal: 'up',
    basis: '部门评价街道；评的是每次吹哨里的工作，不看吹哨多少',
    version: '1',
  },
]
