import type { RecordFact } from '../../../kernel/fact.ts'
import type { EffectMaker } from '../../../kernel/kind.ts'

/** States in which a street may exercise what it was given. */
export const usable = ['acknowledged', 'exercised'] as const

/** The grant by which the asking street exercises a power. */
export function grantOf(power: string): RecordFact {
  return {
    kind: 'street-empowerment',
    where: { holder: { own: 'asker' }, power: { value: power } },
    states: usable,
    want: 'first',
  }
}

/** Tells the grant that it was exercised; where the power was not granted nothing is told. */
export function notesUseOf(fact: string): EffectMaker {
  return ({ facts }) =>
    (facts[fact]?.rows ?? []).map(({ id }) => ({
      ask: id,
      kind: 'street-empowerment',
      command: 'noteUse',
      input: {},
    }))
}
