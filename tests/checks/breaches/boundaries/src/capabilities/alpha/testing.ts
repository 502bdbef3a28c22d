export { test } from 'vitest'
export { n as beta } from '../beta/kind.ts'
export { n } from '../../kernel/testing.ts'
