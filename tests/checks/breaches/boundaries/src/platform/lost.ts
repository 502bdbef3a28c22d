// breach: everything-resolves
export { n } from './nowhere.ts'
