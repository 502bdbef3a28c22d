import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * `npm run test:faults`: every fault test at length, one file after the other, for a night.
 * `npm run test:faults -- 0.1` does a tenth of the rounds, and names choose files:
 * `npm run test:faults -- 0.1 kill full-disk`.
 */
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const [first = '1', ...rest] = process.argv.slice(2)
const share = Number(first)
const names = Number.isNaN(share) ? [first, ...rest] : rest
const files = names.length === 0 ? ['tests/faults'] : names.map((name) => `tests/faults/${name}`)

const vitest = spawn(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', 'run', '--maxWorkers=1', ...files],
  {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, FAULTS_AT_LENGTH: String(Number.isNaN(share) ? 1 : share) },
  },
)
vitest.once('exit', (code) => (process.exitCode = code ?? 1))
