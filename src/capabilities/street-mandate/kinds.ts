import type { Kind } from '../../kernel/kind.ts'
import { powersAndOrgans } from './powers-and-organs.ts'
import { tasksAndInspections } from './tasks-and-inspections.ts'

/** The kinds of the street's mandate: duties, powers and capacity. */
export const streetMandate: readonly Kind[] = [...tasksAndInspections, ...powersAndOrgans]
