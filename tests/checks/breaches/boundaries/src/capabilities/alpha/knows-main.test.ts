// breach: capabilities-know-no-shell
export { n } from '../../main/base.ts'
