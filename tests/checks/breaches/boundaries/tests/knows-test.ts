// breach: tests-import-no-test
export { n } from '../src/platform/uses-tests-base.test.ts'
