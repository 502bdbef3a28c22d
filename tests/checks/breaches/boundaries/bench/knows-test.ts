// breach: nothing-imports-tests
export { n } from '../tests/base.ts'
