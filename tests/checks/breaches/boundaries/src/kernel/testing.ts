export { n } from './base.ts'
