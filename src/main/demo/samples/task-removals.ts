import type { Sample, SampleStep } from './sample.ts'
import { type DemoStreet, demoStreets } from './street-by-district.ts'

/** Of a hundred streets so many are relieved of both tasks, so many are about to be. */
const RELIEVED = 83
const PLANNED = 91

/** Every street and both of its tasks: most are relieved, some on the way, a few still carry them. */
export const taskRemovalSamples: readonly Sample[] = demoStreets()
  .filter(({ isStreet }) => isStreet)
  .flatMap((street, index) => [
    removal(street, index, { taskKind: 'investment', name: '年度招商引资指标' }),
    removal(street, index, { taskKind: 'tax', name: '协税护税巡查任务' }),
  ])

function removal(
  street: DemoStreet,
  index: number,
  about: { readonly taskKind: string; readonly name: string },
): Sample {
  const fate = (index * 37) % 100
  const daysAgo = 172 - ((index * 11) % 60)
  return {
    kind: 'street-task-removal',
    command: 'register',
    area: street.area,
    by: { unit: street.organisation, role: 'clerk' },
    daysAgo,
    data: { ...about, street: { unit: street.unit } },
    steps: fate < RELIEVED ? relieved(street, index) : fate < PLANNED ? [planned(street)] : [],
  }
}

function relieved(street: DemoStreet, index: number): readonly SampleStep[] {
  const clerk = { unit: street.organisation, role: 'clerk' } as const
  const data = { documentNumber: `街道减负〔${index + 1}〕号`, removedOn: { daysAgo: 100 } }
  const removed: SampleStep = { command: 'remove', by: clerk, after: 9 + ((index * 7) % 70), data }
  const verifier = { unit: street.supervision, role: 'supervisor' } as const
  const verified: SampleStep = { command: 'verify', by: verifier, after: 4 }
  if (index !== 4) return index % 9 === 0 ? [removed] : [removed, verified]
  const said = { note: '以“营商服务”名义要求每月报送企业线索，与取消的任务一样。' }
  const reporter = { unit: street.unit, role: 'head' } as const
  return [removed, verified, { command: 'reportRelapse', by: reporter, after: 11, data: said }]
}

function planned(street: DemoStreet): SampleStep {
  const by = { unit: street.organisation, role: 'clerk' } as const
  return { command: 'plan', by, after: 5, data: { dueOn: { daysAgo: -40 } } }
}
