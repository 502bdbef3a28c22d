import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { kinds } from '../../src/main/registry.ts'
import { type Mutant, mutantsOf } from './mutants.ts'

/**
 * `npm run mutate [-- WORDS]`: tells each small lie to the declared kinds and runs their tests.
 * A mutant no test notices must stand in survivors.txt with the reason; a mutant of an acceptance
 * rule must be noticed by a test titled with the rule's id. More than 2 % surviving fails.
 */
const wanted = process.argv[2]
const mutants = [...kinds.values()].flatMap(mutantsOf)
const excused = new Map(
  readFileSync(new URL('survivors.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.includes('\t'))
    .map((line) => [line.split('\t')[0] ?? '', line.split('\t')[1] ?? '']),
)
const queue = mutants.flatMap((mutant, number) =>
  wanted === undefined || mutant.name.includes(wanted) ? [{ mutant, number }] : [],
)
const total = queue.length
const survivors: string[] = []
let judged = 0
const problems: string[] = []
await Promise.all([worker(), worker()])
report()

/** Runs the tests without a mutant first and last: a mutant that stayed would tell on the next. */
async function worker(): Promise<void> {
  const tester = await openTester()
  const isClean = async () => {
    const [failure] = await tester.failuresOf({ number: -1 })
    if (failure !== undefined) problems.push(`the tests fail without any mutant: ${failure}`)
    return failure === undefined
  }
  if (await isClean()) {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const { kind, rule } = next.mutant
      judge(next.mutant, await tester.failuresOf({ number: next.number, kind, rule }))
    }
    await isClean()
  }
  tester.stop()
}

function judge(mutant: Mutant, failures: readonly string[]): void {
  judged += 1
  if (judged % 50 === 0) process.stderr.write(`${judged} of ${total}\n`)
  if (failures.length === 0) {
    survivors.push(mutant.name)
    process.stdout.write(`survived: ${mutant.name}\t${excused.get(mutant.name) ?? ''}\n`)
  }
  const { rule } = mutant
  if (rule !== undefined && !failures.some((title) => title.startsWith(rule)))
    problems.push(`${mutant.name}: no test titled ${rule} noticed`)
}

type Asked = {
  readonly number: number
  readonly kind?: string
  readonly rule?: string | undefined
}
type Tester = {
  /** Titles of the tests that failed on a mutant. */
  failuresOf(asked: Asked): Promise<readonly string[]>
  stop(): void
}

async function openTester(): Promise<Tester> {
  const child = fork(new URL('tester.ts', import.meta.url), {
    stdio: ['ignore', 'ignore', 2, 'ipc'],
  })
  const gone = once(child, 'exit').then(() => {
    throw new Error('the tests could not be run')
  })
  gone.catch(() => undefined)
  await Promise.race([once(child, 'message'), gone])
  return {
    async failuresOf(asked) {
      child.send(asked)
      const [message] = await Promise.race([once(child, 'message'), gone])
      return z
        .object({ number: z.literal(asked.number), failed: z.array(z.string()) })
        .parse(message).failed
    },
    stop: () => void child.kill(),
  }
}

function report(): void {
  const unexcused = survivors.filter((name) => !excused.has(name))
  for (const problem of problems) process.stdout.write(`${problem}\n`)
  const share = judged === 0 ? 0 : survivors.length / judged
  process.stdout.write(
    `${total} mutants, ${judged} judged, ${judged - survivors.length} noticed, ${survivors.length} survived (${(share * 100).toFixed(1)} %)\n`,
  )
  const bad =
    unexcused.length > 0 || problems.length > 0 || share > 0.02 || judged < total || total === 0
  process.exitCode = bad ? 1 : 0
}
