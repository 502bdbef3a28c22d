import type { Rule } from '../../../kernel/kind.ts'
import { dispatchRules } from './dispatch-rules.ts'
import { handlingRules } from './handling-rules.ts'
import { judgingRules } from './judging-rules.ts'
import { receivingRules } from './receiving.ts'
import { whistlingRules } from './whistling.ts'

/** The rules an appeal's flow names. A rule's name is the refusal's code. */
export const rules: Readonly<Record<string, Rule>> = {
  ...dispatchRules,
  ...handlingRules,
  ...judgingRules,
  ...whistlingRules,
  ...receivingRules,
}
