import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { clearForTests } from '../../src/platform/testing/database.ts'
import { migrate } from '../../src/platform/store/migrate.ts'
import { clusterOf, spreadProblems } from './spread.ts'

/**
 * `CITUS_URL=postgres://… npm run test:citus`: the tests of the store, the clocks and the tallies
 * on a cluster, whose database they empty. Without a cluster no test is run, and it does not end
 * as if they had been.
 */
const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const own = /create database|standIns/
const url = process.env['CITUS_URL'] ?? ''
process.exitCode = await run()

async function run(): Promise<number> {
  if (url === '') return none('CITUS_URL names no cluster')
  const cluster = await clusterOf(url)
  if (cluster.version === undefined) return none('the database at CITUS_URL has no extension citus')
  if (cluster.nodes === 0) return none('the cluster has no node that takes shards')
  console.log(`Citus ${cluster.version}, ${cluster.nodes} nodes with shards`)
  await clearForTests(url)
  await migrate(url, (line) => console.log(line))
  const problems = await spreadProblems(url)
  for (const problem of problems) console.error(problem)
  const files = await filesToRun()
  const ended = await vitest(files)
  return problems.length > 0 ? 1 : ended
}

function none(why: string): number {
  console.error(`0 tests run: ${why}. Nothing is known about a cluster from this.`)
  return 2
}

/** What makes databases or stand-ins of its own says nothing about a cluster. */
async function filesToRun(): Promise<readonly string[]> {
  const found: string[] = []
  for await (const file of glob('src/platform/{store,clockwork,tallies}/*.db.test.ts', {
    cwd: ROOT,
  })) {
    const text = await readFile(join(ROOT, file), 'utf8')
    const fits = text.includes('startTestDatabase') && !own.test(text)
    if (fits) found.push(file)
    else console.log(`left out, it makes what it works on: ${file}`)
  }
  return found.toSorted()
}

async function vitest(files: readonly string[]): Promise<number> {
  const program = join(ROOT, 'node_modules/vitest/vitest.mjs')
  const child = spawn(process.execPath, [program, 'run', '--maxWorkers=1', ...files], {
    cwd: ROOT,
    stdio: 'inherit',
    // So that no servers are started beside the cluster.
    env: { ...process.env, TEST_DATABASE_URL: url },
  })
  const [code] = await once(child, 'exit')
  return typeof code === 'number' ? code : 1
}
