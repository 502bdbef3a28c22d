import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { boundaries } from './boundaries.ts'
import { type Check, type Problem, writeProblem } from './check.ts'
import { format } from './format.ts'
import { lint } from './lint.ts'
import { names } from './names.ts'
import { sql } from './sql.ts'
import { types } from './types.ts'
import { unused } from './unused.ts'
import { weight } from './weight.ts'

export type Outcome = {
  readonly name: string
  readonly problems: readonly Problem[]
  readonly seconds: number
}

// The slow ones first, so that none of them is left to run alone at the end.
const CHECKS = [lint, types, unused, boundaries, format, names, sql, weight]

/** Runs every static check, as many at once as there are processors, and prints a line for each. */
export async function runChecks(root: string, print = console.log): Promise<readonly Outcome[]> {
  const waiting = [...CHECKS]
  const outcomes: Outcome[] = []
  const work = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const outcome = await runCheck(check, root)
      outcomes.push(outcome)
      print(writeOutcome(outcome))
    }
  }
  await Promise.all(Array.from({ length: Math.max(1, Math.min(2, cpus().length)) }, work))
  return outcomes
}

async function runCheck(check: Check, root: string): Promise<Outcome> {
  const start = Date.now()
  const problems = await check
    .run(root)
    .catch((fault: unknown) => [{ file: check.name, rule: 'breakdown', says: String(fault) }])
  return { name: check.name, problems, seconds: (Date.now() - start) / 1000 }
}

function writeOutcome({ name, problems, seconds }: Outcome): string {
  const verdict = problems.length === 0 ? 'ok' : `${problems.length} problems`
  const line = `check ${name.padEnd(11)} ${verdict.padEnd(13)} ${seconds.toFixed(1)} s`
  return [line, ...problems.map((problem) => `  ${writeProblem(problem)}`)].join('\n')
}

if (import.meta.main) {
  const outcomes = await runChecks(fileURLToPath(new URL('../..', import.meta.url)))
  if (outcomes.some(({ problems }) => problems.length > 0)) process.exitCode = 1
}
