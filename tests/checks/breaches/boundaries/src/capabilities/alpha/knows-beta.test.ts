export { n } from '../beta/kind.ts'
