import { kinds } from '../../src/main/registry.ts'
import { mutantsOf } from './mutants.ts'

/** Before each test file: the one mutant that the environment names. */
const number = Number(process.env['TONGXIN_MUTANT'] ?? Number.NaN)
const mutants = [...kinds.values()].flatMap(mutantsOf)
mutants[number]?.apply()
