import type { Covered, Indicator } from '../../../kernel/indicator.ts'
import type { Instant } from '../../../kernel/time.ts'
import { parameterAt, type World } from '../../../kernel/world.ts'

const unannounced = { kind: 'research-visit', measures: ['unannounced'], atLeast: 1 } as const
const committees = { of: { units: 'committee' }, only: isAsked } as const

/** F57, and that every committee goes and looks unannounced where the city asks for it. */
export const researchVisitIndicators: readonly Indicator[] = [
  {
    id: 'F57',
    systems: ['superior-attendance'],
    label: '实地督导单位',
    formula: '本年完成的实地督导次数',
    unit: '家',
    numerator: [{ kind: 'research-visit', measure: 'supervised', weight: 1 }],
    denominator: [],
    by: 'flow',
    period: 'year',
    goal: 'none',
    references: [{ value: 22, asOf: '2023', place: '全国（中央企业）' }],
    basis: '到企业实地督导，加强述职评议考核全过程指导',
    version: '1',
  },
  {
    id: 'unannounced-visit-coverage',
    systems: ['pre-meeting-research'],
    label: '“四不两直”调研覆盖',
    formula: '本年有“四不两直”调研的市、区党委 ÷ 全部市、区党委',
    unit: '%',
    numerator: [{ covered: { ...committees, having: [unannounced] }, weight: 1 }],
    denominator: [{ covered: committees, weight: 1 }],
    by: 'flow',
    period: 'year',
    goal: 'up',
    basis: '每年采取“四不两直”方式了解责任落实情况；本市不要求的不计',
    version: '1',
  },
]

function isAsked(_: Covered, world: World, at: Instant): boolean {
  return parameterAt(world, 'visit.unannouncedYearly', at)?.value !== false
}
