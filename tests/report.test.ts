import { expect, test } from 'vitest'
import { addChecks, countTests, writeCounts } from './report.ts'

const passed = result('passed')
const failed = result('failed')
const skipped = result('skipped')

test('the last line counts what passed and what failed', () => {
  const counts = countTests(reportOf(passed, passed, failed), 1)
  expect(writeCounts(counts)).toBe('2 passed, 1 failed')
})

test('what was skipped is said after it', () => {
  expect(writeCounts(countTests(reportOf(passed, skipped), 0))).toBe(
    '1 passed, 0 failed, 1 skipped',
  )
})

test('a run without any test has failed', () => {
  expect(countTests({ testResults: [] }, 0).failed).toBe(1)
})

test('a run of checks alone has failed', () => {
  const report = addChecks({ testResults: [] }, [passed])
  expect(countTests(report, 0)).toEqual({ passed: 1, failed: 1, skipped: 0 })
})

test('a run in which every test was skipped has failed', () => {
  expect(countTests(reportOf(skipped), 0).failed).toBe(1)
})

test('a file that broke before its tests has failed', () => {
  const broken = { name: 'b.test.ts', status: 'failed', assertionResults: [] }
  const report = { testResults: [...reportOf(passed).testResults, broken] }
  expect(countTests(report, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 })
})

test('a runner that ended badly has failed, though no test did', () => {
  expect(countTests(reportOf(passed), 1).failed).toBe(1)
})

test('a failed check is a failed test', () => {
  expect(countTests(addChecks(reportOf(passed), [passed, failed]), 0)).toEqual({
    passed: 2,
    failed: 1,
    skipped: 0,
  })
})

function result(status: string) {
  return { title: 'a test', fullName: 'a test', status }
}

function reportOf(...results: readonly ReturnType<typeof result>[]) {
  const status = results.some((one) => one.status === 'failed') ? 'failed' : 'passed'
  return { testResults: [{ name: 'a.test.ts', status, assertionResults: results }] }
}
