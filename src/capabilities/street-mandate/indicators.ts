import type { Indicator } from '../../kernel/indicator.ts'
import { powersAndOrgansIndicators } from './powers-and-organs.ts'

/** Figures of the street's mandate. */
export const mandateIndicators: readonly Indicator[] = [...powersAndOrgansIndicators]
