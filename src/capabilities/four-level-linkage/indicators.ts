import type { Indicator } from '../../kernel/indicator.ts'

/** Figures of the four levels' linkage. */
export const linkageIndicators: readonly Indicator[] = []
