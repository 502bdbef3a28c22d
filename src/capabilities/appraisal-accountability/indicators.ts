import type { Indicator } from '../../kernel/indicator.ts'
import { projectIndicators } from './secretary-project/indicators.ts'

/** The figures of reporting, appraisal, rectification, accountability. */
export const appraisalAccountabilityIndicators: readonly Indicator[] = [...projectIndicators]
