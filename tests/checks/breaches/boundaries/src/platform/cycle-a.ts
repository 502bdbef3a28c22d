// breach: no-cycles
export { n } from './cycle-b.ts'
