import { levelDuty } from './level-duty/kind.ts'
import { levelTask } from './level-task/kind.ts'
import type { Kind } from '../../kernel/kind.ts'

/** The kinds by which the four levels work as one. */
export const fourLevelLinkage: readonly Kind[] = [levelDuty, levelTask]
