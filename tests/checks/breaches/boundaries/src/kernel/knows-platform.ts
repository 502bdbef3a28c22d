// breach: kernel-stands-alone, kernel-tests-stay-inside
export { n } from '../platform/base.ts'
