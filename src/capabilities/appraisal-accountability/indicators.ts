import { interviewIndicators } from './interview/indicators.ts'
import { appraisalMeetingIndicators } from './appraisal-meeting/indicators.ts'
import { accountabilityIndicators } from './accountability.ts'
import { researchVisitIndicators } from './research-visit/indicators.ts'
import { appraisalProblemIndicators } from './appraisal-problem/indicators.ts'
import { cycleIndicators } from './appraisal-cycle/indicators.ts'
import { questionIndicators } from './must-answer-question/indicators.ts'
import type { Indicator } from '../../kernel/indicator.ts'
import { projectIndicators } from './secretary-project/indicators.ts'
import { commitmentIndicators } from './public-commitment/indicators.ts'
import { threeOnesIndicators } from './secretary-contact-point/indicators.ts'
import { hearingIndicators } from './duty-hearing/indicators.ts'
import { monthlyDispatchIndicators } from './monthly-dispatch/indicators.ts'
import { deedIndicators } from './practical-deed/indicators.ts'
import { pairingIndicators } from './pairing-help/indicators.ts'

/** The figures of reporting, appraisal, rectification, accountability. */
export const appraisalAccountabilityIndicators: readonly Indicator[] = [
  ...cycleIndicators,
  ...questionIndicators,
  ...projectIndicators,
  ...appraisalProblemIndicators,
  ...researchVisitIndicators,
  ...accountabilityIndicators,
  ...commitmentIndicators,
  ...threeOnesIndicators,
  ...appraisalMeetingIndicators,
  ...hearingIndicators,
  ...monthlyDispatchIndicators,
  ...deedIndicators,
  ...pairingIndicators,
  ...interviewIndicators,
]
