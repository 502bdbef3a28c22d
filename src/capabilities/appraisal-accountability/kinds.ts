import type { Kind } from '../../kernel/kind.ts'

/** The kinds of reporting, appraisal, rectification, accountability. */
export const appraisalAccountability: readonly Kind[] = []
