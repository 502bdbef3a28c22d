import type { Fields } from '../../kernel/field.ts'
import { textOf } from '../../kernel/field.ts'
import type { Context, Rule, Setting } from '../../kernel/kind.ts'
import { committeesAndGovernments, jointApproval } from '../../kernel/patterns/joint-approval.ts'
import { placeOf } from '../../kernel/directory.ts'
import { signers } from './sides.ts'
import { streetsIn } from './task-kinds.ts'

export const basis = '对街道的检查考核由区委和区政府统筹安排，确需开展的一事一报'

/** What is said of an inspection before it may be carried out; public among officials. */
export const inspected = {
  basis: { type: 'code', label: '依据', required: true, max: 300 },
  content: { type: 'code', label: '检查考核内容和指标', required: true, max: 1000 },
  streets: { type: 'units', label: '涉及街道', of: ['street'], required: true, max: 200 },
  beginsOn: { type: 'day', label: '开始日期', required: true, default: 'today' },
  endsOn: { type: 'day', label: '结束日期', required: true },
} as const satisfies Fields

export const department = {
  type: 'unit',
  label: '检查单位',
  of: ['department'],
  required: true,
} as const

/** Both the district's Party committee and its government must agree. */
export function districtApproval(parameter: string) {
  return jointApproval({
    label: '审批单位',
    roles: signers,
    parameter,
    limit: { qty: 10, unit: 'working-day' },
    basis: '检查考核审批时限，本市可设置',
    agreed: 'inForce',
    refused: 'refused',
  })
}

/** An inspection lies in the district of its streets, whose two organs are asked. */
export function asksDistrict(context: Context): Setting {
  const { world } = context
  const [street] = streetsIn(context)
  const area = world.directory.units.get(street ?? 0)?.area
  const district = area === undefined ? undefined : placeOf(world.directory, area)?.district
  const place = district === undefined ? undefined : placeOf(world.directory, district)
  if (place === undefined) return {}
  const units = committeesAndGovernments(world, place, ['district'])
  return { place, join: units.map((unit) => ({ role: 'approver', unit })) }
}

export const inspectionRules = {
  daysInOrder: {
    says: '结束日期要在开始日期以后',
    basis,
    input: true,
    holds: ({ input }) => (textOf(input, 'beginsOn') ?? '') <= (textOf(input, 'endsOn') ?? ''),
  },
  streetsOfOneDistrict: {
    says: '一份报批只涉及一个区的街道',
    instead: '请按区分别报批',
    basis,
    input: true,
    holds: (context) => {
      const { directory } = context.world
      const districts = streetsIn(context).map((unit) => {
        const area = directory.units.get(unit)?.area
        return area === undefined ? undefined : placeOf(directory, area)?.district
      })
      return new Set(districts).size === 1
    },
  },
  nobodyReviews: {
    says: '已经送审',
    basis,
    holds: ({ record }) => record.parties.length === 0,
  },
} as const satisfies Record<string, Rule>
