import type { Indicator } from '../../kernel/indicator.ts'
import type { Kind } from '../../kernel/kind.ts'
import { areaIntegratedManagement } from './area-integrated-management.ts'
import { plaqueIndicators } from './counterpart-and-plaque-ban/indicators.ts'
import { counterpartAndPlaqueBan } from './counterpart-and-plaque-ban/kind.ts'
import { emergencyDisposalPower } from './emergency-disposal-power/kind.ts'
import { enforcementTeam } from './enforcement-team.ts'
import { forceAssessment } from './force-assessment.ts'
import { forceOrder } from './force-order.ts'
import { platformIndicators } from './four-platforms/indicators.ts'
import { fourPlatforms } from './four-platforms/kind.ts'
import { internalBody } from './internal-body.ts'
import { majorMatterAdvice } from './major-matter-advice/kind.ts'
import { penaltyCount } from './penalty-count.ts'
import { penaltyDelegation } from './penalty-delegation/kind.ts'
import { planningParticipation } from './planning-participation/kind.ts'
import { platformMatter } from './platform-matter.ts'
import { powerExercise } from './power-exercise.ts'
import { empowermentIndicators } from './street-empowerment/indicators.ts'
import { stationedHeadConsultation } from './stationed-head-consultation/kind.ts'
import { stationedForceCommand } from './stationed-force-command/kind.ts'
import { streetEmpowerment } from './street-empowerment/kind.ts'
import { setupIndicators } from './street-org-setup/indicators.ts'
import { streetOrgSetup } from './street-org-setup/kind.ts'

/** What a street may do, and with which organs. */
export const powersAndOrgans: readonly Kind[] = [
  streetEmpowerment,
  powerExercise,
  areaIntegratedManagement,
  planningParticipation,
  majorMatterAdvice,
  stationedHeadConsultation,
  stationedForceCommand,
  forceOrder,
  forceAssessment,
  emergencyDisposalPower,
  streetOrgSetup,
  internalBody,
  counterpartAndPlaqueBan,
  fourPlatforms,
  platformMatter,
  penaltyDelegation,
  enforcementTeam,
  penaltyCount,
]

export const powersAndOrgansIndicators: readonly Indicator[] = [
  ...empowermentIndicators,
  ...setupIndicators,
  ...plaqueIndicators,
  ...platformIndicators,
]
