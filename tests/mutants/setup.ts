import { kinds } from '../../src/main/registry.ts'
import { mutantsOf } from './mutants.ts'

/** Before the first test file of a run: the one mutant that the environment names. The files of a
 *  run share their modules, and a second time would find the mutants of a mutated registry. */
const number = Number(process.env['TONGXIN_MUTANT'] ?? Number.NaN)
const mark = 'mutated'
if (!Object.hasOwn(kinds, mark)) {
  Object.defineProperty(kinds, mark, { value: true })
  const mutants = [...kinds.values()].flatMap(mutantsOf)
  mutants[number]?.apply()
}
