import { cadreOpinion } from './cadre-opinion/kind.ts'
import { twoWayAppraisal } from './two-way-appraisal/kind.ts'
import { twoWayConsultation } from './two-way-consultation/kind.ts'
import { twoWayDuty } from './two-way-duty/kind.ts'
import { twoWayPair } from './two-way-pair/kind.ts'
import type { Kind } from '../../kernel/kind.ts'

/** The kinds of units, industries and neighbouring areas working together. */
export const cobuildIntegration: readonly Kind[] = [
  twoWayPair,
  twoWayDuty,
  twoWayConsultation,
  twoWayAppraisal,
  cadreOpinion,
]
