// breach: pure-files-stay-pure, capabilities-know-no-shell
export { n } from '../../platform/base.ts'
