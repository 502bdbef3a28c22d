// breach: shells-know-no-capability
export { n } from '../main/base.ts'
