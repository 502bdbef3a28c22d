import type { Indicator } from '../../kernel/indicator.ts'
import type { Kind } from '../../kernel/kind.ts'
import { areaIntegratedManagement } from './area-integrated-management.ts'
import { majorMatterAdvice } from './major-matter-advice.ts'
import { planningParticipation } from './planning-participation/kind.ts'
import { powerExercise } from './power-exercise.ts'
import { empowermentIndicators } from './street-empowerment/indicators.ts'
import { streetEmpowerment } from './street-empowerment/kind.ts'

/** What a street may do, and with which organs. */
export const powersAndOrgans: readonly Kind[] = [
  streetEmpowerment,
  powerExercise,
  areaIntegratedManagement,
  planningParticipation,
  majorMatterAdvice,
]

export const powersAndOrgansIndicators: readonly Indicator[] = [...empowermentIndicators]
