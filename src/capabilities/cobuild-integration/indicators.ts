import { pairIndicators } from './two-way-pair/indicators.ts'
import type { Indicator } from '../../kernel/indicator.ts'

/** The figures of units, industries and neighbouring areas working together. */
export const cobuildIntegrationIndicators: readonly Indicator[] = [...pairIndicators]
