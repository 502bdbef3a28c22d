import { spawn } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Outcome, runChecks } from './checks/run.ts'
import { addChecks, countTests, type Report, writeCounts } from './report.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const REPORT = join(ROOT, 'reports/tests.json')
const LIMIT_MS = 24 * 60_000

const outcomes = await runChecks(ROOT)
const exitCode = await runVitest()
const report = addChecks(await readReport(), outcomes.map(toTest))
await mkdir(dirname(REPORT), { recursive: true })
await writeFile(REPORT, JSON.stringify(report))

const counts = countTests(report, exitCode)
console.log(writeCounts(counts))
process.exitCode = counts.failed === 0 ? 0 : 1

/** Gives vitest its time and no more, so that a test that hangs is a failed run, not an endless one. */
async function runVitest(): Promise<number> {
  await rm(REPORT, { force: true })
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`]
  const vitest = join(ROOT, 'node_modules/vitest/vitest.mjs')
  // The product is started some hundred times: what is read once need not be read again.
  const env = { ...process.env, NODE_COMPILE_CACHE: join(ROOT, 'node_modules/.cache/compiled') }
  const child = spawn(process.execPath, [vitest, ...args], { cwd: ROOT, env, stdio: 'inherit' })
  const timer = setTimeout(() => child.kill('SIGTERM'), LIMIT_MS)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => {
      clearTimeout(timer)
      resolve(code ?? 1)
    })
  })
}

async function readReport(): Promise<Report> {
  const text = await readFile(REPORT, 'utf8').catch(() => undefined)
  return text === undefined ? { testResults: [] } : JSON.parse(text)
}

function toTest({ name, problems }: Outcome) {
  const title = `the project passes the check "${name}"`
  return { title, fullName: title, status: problems.length === 0 ? 'passed' : 'failed' }
}
