import type { Indicator } from '../../kernel/indicator.ts'

/** Figures of the street's mandate. */
export const mandateIndicators: readonly Indicator[] = []
