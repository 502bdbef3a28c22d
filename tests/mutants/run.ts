import { fork } from 'node:child_process'
import { once } from 'node:events'
import { globSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { declaredKinds } from '../../src/main/registry.ts'
import type { Kind } from '../../src/kernel/kind.ts'
import { type Mutant, mutantsOf } from './mutants.ts'

/**
 * `npm run mutate [-- WORD…]`: tells each small lie to the declared kinds and runs their tests.
 * A mutant no test notices must stand in survivors.txt with the reason; a mutant of an acceptance
 * rule must be noticed by a test titled with the rule's id. More than 2 % surviving fails.
 */
const home = new URL('../..', import.meta.url).pathname
const told = z.object({ failures: z.array(z.string()) })
const wanted = process.argv.slice(2)
const mutants = declaredKinds.flatMap((kind) =>
  mutantsOf(kind).map((mutant) => ({ ...mutant, near: nearTests(kind) })),
)
const excused = new Map(
  readFileSync(new URL('survivors.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.includes('\t'))
    .map((line) => [line.split('\t')[0] ?? '', line.split('\t')[1] ?? '']),
)
const queue = mutants.flatMap((mutant, number) =>
  wanted.length === 0 || wanted.some((word) => mutant.name.includes(word))
    ? [{ mutant, number }]
    : [],
)
const total = queue.length
const survivors: string[] = []
const problems: string[] = []
const runners = await Promise.all([startRunner(), startRunner()])
const [clean = []] = await Promise.all(runners.map((runner) => runner.failuresOf(-1)))
if (clean.length > 0) {
  process.stdout.write(`the tests fail without any mutant: ${clean[0]}\n`)
  process.exitCode = 1
} else {
  await Promise.all(runners.map(works))
  report()
}
for (const runner of runners) runner.stop()

async function works(runner: Runner): Promise<void> {
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (queue.length % 250 === 0) process.stderr.write(`${queue.length} left\n`)
    const { mutant, number } = next
    const near = mutant.near.length === 0 ? [] : await runner.failuresOf(number, mutant.near)
    judge(mutant, isNoticed(mutant, near) ? near : await runner.failuresOf(number))
  }
}

/** The tests beside a kind, which notice most of its mutants in a fraction of the time. */
function nearTests({ group, name }: Kind): readonly string[] {
  const folder = `src/capabilities/${group}/${name}`
  return globSync([`${folder}/**/*.test.ts`, `${folder}.test.ts`], { cwd: home })
}

function isNoticed({ rule }: Mutant, failures: readonly string[]): boolean {
  return failures.length > 0 && (rule === undefined || failures.some((one) => one.startsWith(rule)))
}

function judge(mutant: Mutant, failures: readonly string[]): void {
  if (failures.length === 0) {
    survivors.push(mutant.name)
    process.stdout.write(`survived: ${mutant.name}\t${excused.get(mutant.name) ?? ''}\n`)
  }
  if (mutant.rule !== undefined && !isNoticed(mutant, failures))
    problems.push(`${mutant.name}: no test titled ${mutant.rule} noticed`)
}

type Runner = Awaited<ReturnType<typeof startRunner>>

/** A process that keeps vitest at hand. */
async function startRunner() {
  const child = fork(new URL('worker.ts', import.meta.url), { stdio: ['ignore', 2, 2, 'ipc'] })
  const answer = async () => told.parse((await once(child, 'message'))[0]).failures
  await answer()
  return {
    /** Titles of the tests that failed on a mutant: of these files, or of all kinds. */
    failuresOf(number: number, files: readonly string[] = []) {
      child.send({ number, files })
      return answer()
    },
    stop: () => child.disconnect(),
  }
}

function report(): void {
  const unexcused = survivors.filter((name) => !excused.has(name))
  for (const problem of problems) process.stdout.write(`${problem}\n`)
  const share = total === 0 ? 0 : survivors.length / total
  process.stdout.write(
    `${total} mutants, ${total - survivors.length} noticed, ${survivors.length} survived (${(share * 100).toFixed(1)} %)\n`,
  )
  const bad = unexcused.length > 0 || problems.length > 0 || share > 0.02 || total === 0
  process.exitCode = bad ? 1 : 0
}
