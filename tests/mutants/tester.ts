import { createVitest, type TestModule } from 'vitest/node'
import { z } from 'zod'
import { touching } from './touching.ts'

/**
 * A process that runs the tests of a mutant's kind on one mutant after another, each in fresh
 * modules, and answers with the titles of those that failed. Starting the runner once, and leaving
 * out what cannot notice, makes a run four times as fast.
 */
const config = new URL('vitest.config.ts', import.meta.url).pathname
const vitest = await createVitest('test', { config, watch: false, reporters: [{}] })
await vitest.standalone()
const files = await vitest.globTestSpecifications()

const asked = z.object({
  number: z.number(),
  kind: z.string().optional(),
  rule: z.string().optional(),
})
process.on('message', (message) => void judge(asked.parse(message)))
process.send?.('ready')

type Asked = z.infer<typeof asked>
type Tests = typeof files

/** The tests beside a kind notice most of its mutants; the others are asked when these did not. */
async function judge({ number, kind, rule }: Asked): Promise<void> {
  process.env['TONGXIN_MUTANT'] = String(number)
  const [beside, others] = testsOf(kind)
  const near = await failuresIn(beside)
  const isTold = near.some((title) => rule === undefined || title.startsWith(rule))
  const failed = isTold && kind !== undefined ? near : [...near, ...(await failuresIn(others))]
  process.send?.({ number, failed })
}

async function failuresIn(tests: Tests): Promise<readonly string[]> {
  if (tests.length === 0) return []
  const { testModules, unhandledErrors } = await vitest.rerunTestSpecifications(tests)
  const failed = testModules.flatMap(failuresOf)
  return unhandledErrors.length > 0 ? [...failed, 'a fault'] : failed
}

function testsOf(kind: string | undefined): readonly [Tests, Tests] {
  if (kind === undefined) return [files, []]
  const names = touching(
    files.map(({ moduleId }) => moduleId),
    kind,
  )
  const read = files.filter(({ moduleId }) => names.has(moduleId))
  const isBeside = ({ moduleId }: Tests[number]) =>
    moduleId.includes(`/${kind}/`) || moduleId.endsWith(`/${kind}.test.ts`)
  return [read.filter(isBeside), read.filter((one) => !isBeside(one))]
}

function failuresOf(module: TestModule): readonly string[] {
  const failed = [...module.children.allTests('failed')].map((test) => test.name)
  return failed.length === 0 && !module.ok() ? [`${module.relativeModuleId} did not load`] : failed
}
