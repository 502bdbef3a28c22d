import { createVitest, type TestModule } from 'vitest/node'

/**
 * A process that runs the kinds' tests on one mutant after another, each in fresh modules, and
 * answers with the titles of the tests that failed. Starting the runner once halves the time.
 */
const config = new URL('vitest.config.ts', import.meta.url).pathname
const vitest = await createVitest('test', { config, watch: false, reporters: [{}] })
await vitest.standalone()
const files = await vitest.globTestSpecifications()

process.on('message', (number) => void run(Number(number)))
process.send?.('ready')

async function run(number: number): Promise<void> {
  process.env['TONGXIN_MUTANT'] = String(number)
  const { testModules, unhandledErrors } = await vitest.rerunTestSpecifications(files)
  const failed = testModules.flatMap(failuresOf)
  process.send?.({ number, failed: unhandledErrors.length > 0 ? [...failed, 'a fault'] : failed })
}

function failuresOf(module: TestModule): readonly string[] {
  const failed = [...module.children.allTests('failed')].map((test) => test.name)
  return failed.length === 0 && !module.ok() ? [`${module.relativeModuleId} did not load`] : failed
}
