// breach: kernel-stands-alone, kernel-tests-stay-inside
export { n } from '../capabilities/alpha/kind.ts'
