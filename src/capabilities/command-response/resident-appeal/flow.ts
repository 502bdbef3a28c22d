import type { State } from '../../../kernel/kind.ts'
import { excluding } from './excluding.ts'
import { handlingStates } from './handling-states.ts'
import { intakeStates } from './intake-states.ts'
import { judgingStates } from './judging-states.ts'
import { hearing } from './whistling.ts'

/** The life of an appeal: 接 → 派 → 办 → 评. Nothing closes before the person was answered, and
 *  the person who asked judges the outcome. */
export const states: Readonly<Record<string, State>> = hearing(
  excluding({ ...intakeStates, ...handlingStates, ...judgingStates }),
)
