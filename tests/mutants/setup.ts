import { declaredKinds } from '../../src/main/registry.ts'
import { mutantsOf } from './mutants.ts'

/** Before the first test file of a run: the one mutant that the environment names. The files of a
 *  run share their modules, and a second time would find the mutants of a mutated registry; a run
 *  that found the modules of the run before would pile lie upon lie, so it fails. */
const number = process.env['TONGXIN_MUTANT'] ?? ''
const mark = 'mutated'
const before: unknown = Reflect.get(declaredKinds, mark)
if (before === undefined) {
  Object.defineProperty(declaredKinds, mark, { value: number })
  const mutants = declaredKinds.flatMap(mutantsOf)
  mutants[Number(number)]?.apply()
} else if (before !== number) throw new Error(`mutant ${number} met the modules of another`)
