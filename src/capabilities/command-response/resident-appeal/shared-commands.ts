import * as shared from './commands.ts'

/** What may be done in every working state. */
export const always = {
  note: shared.note,
  nudge: shared.nudge,
  urge: shared.urge,
  instruct: shared.instruct,
  correct: shared.correct,
  supplement: shared.supplement,
  rewrite: shared.rewrite,
  withdraw: shared.withdraw,
} as const

/** What the clocks may ask while the limit runs. */
const timed = { noteLate: shared.noteLate, noteUncontacted: shared.noteUncontacted } as const
export const early = { ...always, ...timed }
