import type { Indicator } from '../../kernel/indicator.ts'

/** The figures of reporting, appraisal, rectification, accountability. */
export const appraisalAccountabilityIndicators: readonly Indicator[] = []
