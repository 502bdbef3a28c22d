// breach: server-never-touches-the-browser
export { n } from '../web/base.ts'
