import type { Role } from '../../../kernel/actor.ts'

/** Whoever works in a unit, and whoever signs for it, in the order of the access tables. */
export const working: readonly Role[] = ['clerk', 'head', 'leader', 'worker', 'secretary']
export const signing: readonly Role[] = ['head', 'leader', 'secretary']
