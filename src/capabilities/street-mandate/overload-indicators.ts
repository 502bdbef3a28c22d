import type { Indicator } from '../../kernel/indicator.ts'
import { isStreet } from './street-task-removal/standing.ts'

const streets = { covered: { of: { areas: 'street' }, only: isStreet }, weight: 1 } as const
const task = (state: string) =>
  ({ kind: 'street-task', measure: `state:${state}`, weight: 1 }) as const
const shared = {
  systems: ['overload-remedy'],
  unit: '件',
  goal: 'down',
  basis: '街道承担的任务要与其能力相当，逐街道可看负担与能力对照',
  version: '1',
} as const satisfies Partial<Indicator>

/** What an average street carries that was sent to it, and what was kept away from it. */
export const overloadIndicators: readonly Indicator[] = [
  {
    ...shared,
    id: 'street-load-tasks',
    label: '每街道在办下派任务',
    formula: '待签收、办理中、待确认的下派任务 ÷ 街道数',
    numerator: [task('sent'), task('doing'), task('reported')],
    denominator: [streets],
    by: 'stock',
  },
  {
    ...shared,
    id: 'street-load-refused',
    label: '退回和反映的违规下派',
    formula: '被退回的下派和街道反映的下派件数',
    numerator: [
      { kind: 'refused-task', measure: 'noted', weight: 1 },
      { kind: 'refused-task', measure: 'reported', weight: 1 },
    ],
    denominator: [],
    by: 'flow',
    period: 'year',
  },
]
