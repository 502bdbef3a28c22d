export { n as alpha } from '../capabilities/alpha/kind.ts'
export { n as beta } from '../capabilities/beta/kind.ts'
export { n } from '../platform/base.ts'
