import { linesOf } from '../../../capabilities/city/reorganisation/rows.ts'
import { demoUnits } from '../units.ts'
import type { Sample, SampleStep } from './sample.ts'

const by = { unit: '五华区委编办', role: 'arbiter' } as const

/** A change of name that waits for approval, and one that was thought better of. */
export const reorganisationSamples: readonly Sample[] = [
  renaming('五华区城市运行和诉求处置中心', 4, []),
  renaming('五华区群众诉求服务中心', 40, [{ command: 'withdraw', by, after: 2 }]),
]

function renaming(name: string, daysAgo: number, steps: readonly SampleStep[]): Sample {
  const was = '五华区诉求处置中心'
  const unit = demoUnits().find((one) => one.name === was)
  if (unit === undefined) throw new Error(`the demo city has no unit ${was}`)
  const { id, area, parent = 0 } = unit
  const line = { from: id, was, ends: true, to: id, isNew: false, name, area, parent }
  return {
    kind: 'reorganisation',
    command: 'draft',
    area: '五华区',
    by,
    daysAgo,
    data: {
      title: `${was}更名`,
      what: 'rename',
      of: 'units',
      areas: [],
      units: linesOf({ areas: [], units: [line] }).units,
      reason: '名称与职能一致',
    },
    steps,
  }
}
