// breach: pure-files-stay-pure
export { n } from '../../web/base.ts'
