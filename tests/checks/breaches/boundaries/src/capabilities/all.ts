// breach: no-list-of-capabilities-outside-main
export { n } from './alpha/kind.ts'
