export { n } from '../../tests/base.ts'
