import type { Kind } from '../../kernel/kind.ts'

/** The kinds of units, industries and neighbouring areas working together. */
export const cobuildIntegration: readonly Kind[] = []
