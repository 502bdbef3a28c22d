// breach: shells-know-no-capability, browser-never-touches-the-server
export { n } from '../main/base.ts'
