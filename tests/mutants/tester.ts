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

const asked = z.object({ number: z.number(), kind: z.string().optional() })
process.on('message', (message) => void run(asked.parse(message)))
process.send?.('ready')

async function run({ number, kind }: z.infer<typeof asked>): Promise<void> {
  process.env['TONGXIN_MUTANT'] = String(number)
  const { testModules, unhandledErrors } = await vitest.rerunTestSpecifications(testsOf(kind))
  const failed = testModules.flatMap(failuresOf)
  process.send?.({ number, failed: unhandledErrors.length > 0 ? [...failed, 'a fault'] : failed })
}

function testsOf(kind: string | undefined) {
  if (kind === undefined) return files
  const names = touching(
    files.map(({ moduleId }) => moduleId),
    kind,
  )
  return files.filter(({ moduleId }) => names.has(moduleId))
}

function failuresOf(module: TestModule): readonly string[] {
  const failed = [...module.children.allTests('failed')].map((test) => test.name)
  return failed.length === 0 && !module.ok() ? [`${module.relativeModuleId} did not load`] : failed
}
