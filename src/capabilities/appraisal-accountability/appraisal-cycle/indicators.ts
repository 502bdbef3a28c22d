import type { Cover, Indicator } from '../../../kernel/indicator.ts'

const kind = 'appraisal-cycle'
const shared = { systems: ['appraisal-cycle'], version: '1' } as const

/** Organisations of a type that have closed a year's appraisal. */
const closedBy = (type: string): Cover => ({
  of: { units: type },
  having: [{ kind, measures: ['closed'], atLeast: 1 }],
})

/** F42 and F75: years in which secretaries reported, and whether each organisation has its own. */
export const cycleIndicators: readonly Indicator[] = [
  {
    ...shared,
    id: 'F42',
    label: '开展述职评议考核的届数',
    formula: '部署过的年度述职评议考核数（撤销的不计，一个党组织一类书记一年一届）',
    unit: '届',
    numerator: ['preparing', 'research', 'meeting', 'rectifying', 'closed'].map((state) => ({
      kind,
      measure: `state:${state}`,
      weight: 1,
    })),
    denominator: [],
    by: 'stock',
    goal: 'up',
    references: [{ value: 10, asOf: '2023', place: '全国', words: '连续第10年' }],
    basis: '一年一次，连续开展；连续第几年写在每一年度的考核上',
  },
  yearly('committee', '党委'),
  yearly('street', '街道党工委'),
]

function yearly(type: string, who: string): Indicator {
  return {
    ...shared,
    id: 'F75',
    part: type,
    label: `年度述职评议考核办结比例（${who}）`,
    formula: `本年部署的述职评议考核已经办结的${who} ÷ 全部${who}`,
    unit: '%',
    numerator: [{ covered: closedBy(type), weight: 1 }],
    denominator: [{ covered: { of: { units: type } }, weight: 1 }],
    by: 'cohort',
    period: 'year',
    goal: 'up',
    references: [{ value: 1, asOf: '2023', place: '全国', words: '一年一次' }],
    basis: '各级党组织书记一年一次述职；一年一次由系统保证，不会多出一次',
  }
}
