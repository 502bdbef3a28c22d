// breach: browser-never-touches-the-server
export { n } from '../../platform/base.ts'
