import type { Option } from '../../../kernel/field.ts'

type Power = Option & {
  /** The kind in which exercising it leaves its record. */
  readonly exercisedBy: string
  readonly basis: string
  /** Its exercise concerns a person and is told to nobody outside the case, not even to the grant. */
  readonly isQuiet: boolean
}

const basis = '给街道的权要配得上街道的责（中央关于城市基层党建的意见）'

const personnel = 'stationed-head-consultation'

/** The powers a street may be given, and where each is exercised: a power given and never exercised
 *  is to be seen. */
export const powers: readonly Power[] = [
  power('areaManagement', '区域综合管理权', 'area-integrated-management'),
  power('planning', '规划参与权', 'planning-participation'),
  power('advice', '重大事项建议权', 'major-matter-advice'),
  power('headAppraisal', '派驻机构负责人人事考核权', personnel),
  power('emergency', '应急处置权', 'emergency-disposal-power'),
  power('coordination', '统筹协调权', 'power-exercise'),
  power('supervision', '督办权', 'power-exercise'),
  power('dispatch', '力量调度权', 'war-zone-command'),
  power('evaluation', '工作评价权', 'war-zone-command'),
  power('personnelAdvice', '人事建议权', personnel),
  power('frontline', '一线处置权', 'power-exercise'),
  power('overall', '统筹权', 'power-exercise'),
  power('stationedForce', '派驻力量指挥调度与考核监督', 'stationed-force-command'),
]

/** Powers that no other flow records the exercise of. */
export const plainPowers: readonly Power[] = powers.filter(
  ({ exercisedBy }) => exercisedBy === 'power-exercise',
)

function power(value: string, label: string, exercisedBy: string): Power {
  return { value, label, exercisedBy, basis, isQuiet: exercisedBy === personnel }
}
