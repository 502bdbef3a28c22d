import { exclusionRequest } from './exclusion-request/kind.ts'
import { resultSheet } from './result-sheet/kind.ts'
import { scoreResult } from './score-result/kind.ts'
import { scoreRound } from './score-round/kind.ts'
import { scoringSheet } from './scoring-sheet/kind.ts'
import { interview } from './interview/kind.ts'
import { appraisalRating } from './appraisal-rating/kind.ts'
import { appraisalMeeting } from './appraisal-meeting/kind.ts'
import { accountability } from './accountability.ts'
import { researchVisit } from './research-visit/kind.ts'
import { appraisalProblem } from './appraisal-problem/kind.ts'
import { appraisalCycle } from './appraisal-cycle/kind.ts'
import { appraisalTemplate } from './appraisal-template/kind.ts'
import { appraisalTopic } from './appraisal-topic/kind.ts'
import { mustAnswerQuestion } from './must-answer-question/kind.ts'
import { reportSection } from './report-section/kind.ts'
import { secretaryReport } from './secretary-report/kind.ts'
import type { Kind } from '../../kernel/kind.ts'
import { secretaryProject } from './secretary-project/kind.ts'
import { publicCommitment } from './public-commitment/kind.ts'
import { secretaryContactPoint } from './secretary-contact-point/kind.ts'
import { dutyHearing } from './duty-hearing/kind.ts'
import { monthlyDispatch } from './monthly-dispatch/kind.ts'
import { practicalDeed } from './practical-deed/kind.ts'
import { pairingHelp } from './pairing-help/kind.ts'

/** The kinds of reporting, appraisal, rectification, accountability. */
export const appraisalAccountability: readonly Kind[] = [
  appraisalTemplate,
  appraisalTopic,
  mustAnswerQuestion,
  appraisalCycle,
  secretaryReport,
  reportSection,
  secretaryProject,
  appraisalProblem,
  researchVisit,
  ...accountability,
  publicCommitment,
  secretaryContactPoint,
  appraisalMeeting,
  dutyHearing,
  monthlyDispatch,
  practicalDeed,
  pairingHelp,
  appraisalRating,
  interview,
  resultSheet,
  scoringSheet,
  scoreRound,
  scoreResult,
  exclusionRequest,
]
