/** The part of vitest's JSON report that the counts are made from. */
export type Report = {
  readonly testResults: readonly TestFile[]
}

type TestFile = {
  readonly name: string
  readonly status: string
  readonly assertionResults: readonly TestResult[]
}

type TestResult = {
  readonly title: string
  readonly fullName: string
  readonly status: string
}

export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number }

const CHECKS = 'tests/checks/run.ts'

/** Puts the static checks among the tests: a project that fails one has a failed test. */
export function addChecks(report: Report, checks: readonly TestResult[]): Report {
  const status = checks.every((check) => check.status === 'passed') ? 'passed' : 'failed'
  const file = { name: CHECKS, status, assertionResults: checks }
  return { ...report, testResults: [...report.testResults, file] }
}

/**
 * Counts what ran. A file that broke before its tests, a runner that ended badly and a run without
 * any test each count as one failure: none of them may read as "0 failed".
 */
export function countTests(report: Report, exitCode: number): Counts {
  const results = report.testResults.flatMap(({ assertionResults }) => assertionResults)
  const count = (...statuses: readonly string[]) =>
    results.filter(({ status }) => statuses.includes(status)).length
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((result) => result.status === 'failed'),
  ).length
  const failed = count('failed') + broken
  const ranNothing = !report.testResults.some(
    ({ name, assertionResults }) =>
      name !== CHECKS && assertionResults.some(({ status }) => status === 'passed'),
  )
  const failedUnseen = failed === 0 && (exitCode !== 0 || ranNothing)
  return {
    passed: count('passed'),
    failed: failedUnseen ? 1 : failed,
    skipped: count('skipped', 'pending', 'todo', 'disabled'),
  }
}

export function writeCounts({ passed, failed, skipped }: Counts): string {
  const line = `${passed} passed, ${failed} failed`
  return skipped === 0 ? line : `${line}, ${skipped} skipped`
}
