// breach: capabilities-meet-by-name-only
export { n } from '../../beta/kind.ts'
