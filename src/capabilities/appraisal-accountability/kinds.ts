import type { Kind } from '../../kernel/kind.ts'
import { secretaryProject } from './secretary-project/kind.ts'

/** The kinds of reporting, appraisal, rectification, accountability. */
export const appraisalAccountability: readonly Kind[] = [secretaryProject]
