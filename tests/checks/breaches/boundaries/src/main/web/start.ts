export { Alpha } from '../../capabilities/alpha/screens/Alpha.tsx'
export { n } from '../../web/base.ts'
