// breach: nothing-imports-tests
export { n } from './testing.ts'
