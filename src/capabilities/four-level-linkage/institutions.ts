import type { Cover, Indicator } from '../../kernel/indicator.ts'

/** 调度通报、动态管理、督促检查、跟踪问效: what a superior has over those below it. */
const institutions = [
  { kind: 'dispatch-round', label: '调度通报' },
  { kind: 'status-entry', label: '动态管理' },
  { kind: 'inspection-round', label: '督促检查' },
  { kind: 'effect-check', label: '跟踪问效' },
] as const

/** Superiors of a type that have used all four in the period. */
function withAllFour(type: string): Cover {
  return {
    of: { units: type },
    having: institutions.map(({ kind }) => ({ kind, measures: ['opened'], atLeast: 1 })),
  }
}

const shared = {
  systems: ['dispatch-bulletin', 'dynamic-management', 'supervise-inspect', 'track-effect'],
  unit: '%',
  by: 'cohort',
  period: 'year',
  goal: 'up',
  basis: '四项制度每一级都要有（中央关于城市基层党建的意见）',
  version: '1',
} as const

/** Each level has all four institutions or is listed as lacking one (R027). */
export const institutionIndicators: readonly Indicator[] = [
  ofType('committee', '四项制度齐全的市、区党委比例', '市委、区委'),
  ofType('street', '四项制度齐全的街道比例', '街道'),
  {
    ...shared,
    id: 'dispatch-lapsed',
    systems: ['dispatch-bulletin'],
    label: '调度逾期未报比例',
    formula: '逾期未报的单位次 ÷ 调度到的单位次',
    numerator: [{ kind: 'dispatch-round', measure: 'lapsed', weight: 1 }],
    denominator: [{ kind: 'dispatch-round', measure: 'asked', weight: 1 }],
    goal: 'down',
  },
  {
    ...shared,
    id: 'rectification-closed',
    systems: ['supervise-inspect'],
    label: '督查整改销号率',
    formula: '已销号的整改 ÷ 交办的整改（按交办之日）',
    numerator: [{ kind: 'rectification', measure: 'closed', weight: 1 }],
    denominator: [{ kind: 'rectification', measure: 'assigned', weight: 1 }],
  },
  {
    ...shared,
    id: 'effect-seen',
    systems: ['track-effect'],
    label: '跟踪问效见效比例',
    formula: '判为见效的次数 ÷（见效 + 未见效）的次数',
    numerator: [{ kind: 'effect-check', measure: 'effective', weight: 1 }],
    denominator: [
      { kind: 'effect-check', measure: 'effective', weight: 1 },
      { kind: 'effect-check', measure: 'missing', weight: 1 },
    ],
    by: 'flow',
  },
]

function ofType(type: string, label: string, who: string): Indicator {
  return {
    ...shared,
    id: `four-institutions-${type}`,
    label,
    formula: `本年发起过调度通报、动态管理、督促检查、跟踪问效四项的${who} ÷ 全部${who}`,
    numerator: [{ covered: withAllFour(type), weight: 1 }],
    denominator: [{ covered: { of: { units: type } }, weight: 1 }],
  }
}
