// breach: browser-never-touches-the-server, capabilities-know-no-shell
export { n } from '../../../platform/base.ts'
