import type { Indicator } from '../../kernel/indicator.ts'
import { powersAndOrgansIndicators } from './powers-and-organs.ts'
import { tasksAndInspectionsIndicators } from './tasks-and-inspections.ts'

/** Figures of the street's mandate. */
export const mandateIndicators: readonly Indicator[] = [
  ...tasksAndInspectionsIndicators,
  ...powersAndOrgansIndicators,
]
