// breach: shells-know-no-capability
export { n } from '../capabilities/alpha/kind.ts'
