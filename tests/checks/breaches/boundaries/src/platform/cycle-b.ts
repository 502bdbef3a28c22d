// A cycle is reported once, where it was entered.
export { n } from './cycle-a.ts'
