// breach: pure-files-stay-pure, capabilities-meet-by-name-only
export { n } from '../beta/kind.ts'
