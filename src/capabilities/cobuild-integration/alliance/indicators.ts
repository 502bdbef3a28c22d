import type { Indicator } from '../../../kernel/indicator.ts'
import { basis } from './fields.ts'

const shared = { basis, version: '1', denominator: [] } as const satisfies Partial<Indicator>

/** Stations of riverside alliances, alliances that run, and what they have done together. */
export const allianceIndicators: readonly Indicator[] = [
  {
    ...shared,
    id: 'F17',
    systems: ['riverside-party-building'],
    label: '滨江党群服务站点数',
    formula: '滨江联盟里开放中的站点数',
    unit: '个',
    numerator: [{ kind: 'alliance-station', measure: 'riverside', weight: 1 }],
    by: 'stock',
    goal: 'none',
    references: [{ value: 50, about: 'nearly', asOf: '2021-06', place: '上海' }],
  },
  {
    ...shared,
    id: 'alliances-running',
    systems: ['cross-type-coordination', 'neighbouring-party-building'],
    label: '运行中的党建联盟数',
    formula: '已成立、没有结束的联盟数',
    unit: '个',
    numerator: [{ kind: 'alliance', measure: 'state:active', weight: 1 }],
    by: 'stock',
    goal: 'none',
  },
  {
    ...shared,
    id: 'alliance-matters-closed',
    systems: ['cross-type-coordination', 'neighbouring-party-building'],
    label: '联盟共同事项办结率',
    formula: '办结的共同事项 ÷ 提出的共同事项（按提出之日，撤回的不计）',
    unit: '%',
    numerator: [{ kind: 'alliance-matter', measure: 'closed', weight: 1 }],
    denominator: [{ kind: 'alliance-matter', measure: 'raised', weight: 1 }],
    by: 'cohort',
    goal: 'up',
  },
]
