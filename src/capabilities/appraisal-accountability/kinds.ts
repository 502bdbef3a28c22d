import { accountability } from './accountability.ts'
import { researchVisit } from './research-visit/kind.ts'
import { appraisalProblem } from './appraisal-problem/kind.ts'
import type { Kind } from '../../kernel/kind.ts'
import { secretaryProject } from './secretary-project/kind.ts'
import { publicCommitment } from './public-commitment/kind.ts'
import { secretaryContactPoint } from './secretary-contact-point/kind.ts'

/** The kinds of reporting, appraisal, rectification, accountability. */
export const appraisalAccountability: readonly Kind[] = [
  secretaryProject,
  appraisalProblem,
  researchVisit,
  ...accountability,
  publicCommitment,
  secretaryContactPoint,
]
