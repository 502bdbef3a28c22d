import { createVitest, type TestModule, type Vitest } from 'vitest/node'
import { z } from 'zod'

/** Runs tests on one mutant after another, for `run.ts`: vitest is started once, and each run has
 *  modules of its own, in which setup.ts tells the one lie. */
const asked = z.object({ number: z.number(), files: z.array(z.string()) })
const vitest = await createVitest('test', {
  config: new URL('vitest.config.ts', import.meta.url).pathname,
  watch: false,
  reporters: [{}],
})

process.on('message', (message) => {
  const { number, files } = asked.parse(message)
  void failuresOf(vitest, number, files).then((failures) => process.send?.({ failures }))
})
process.on('disconnect', () => {
  void vitest.close().then(() => process.exit(0))
})
process.send?.({ failures: [] })

/** Titles of the tests that failed on a mutant: of these files, or of all kinds. */
async function failuresOf(running: Vitest, number: number, files: readonly string[]) {
  process.env['TONGXIN_MUTANT'] = String(number)
  const specifications = await running.globTestSpecifications([...files])
  const { testModules } = await running.runTestSpecifications(specifications)
  const failures = testModules.flatMap(failuresIn)
  return testModules.length === 0 ? ['the tests could not be run'] : failures
}

function failuresIn(module: TestModule): readonly string[] {
  const tests = [...module.children.allTests()]
  const failed = tests.filter((test) => test.result().state === 'failed').map(({ name }) => name)
  return [...failed, ...module.errors().map(({ message }) => message)]
}
