import type { Indicator } from '../../kernel/indicator.ts'

/** The figures of units, industries and neighbouring areas working together. */
export const cobuildIntegrationIndicators: readonly Indicator[] = []
