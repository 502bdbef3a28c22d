import type { Kind } from '../../src/kernel/kind.ts'
import type { RecordState } from '../../src/kernel/record.ts'
import type { SimulatedLife } from '../../src/main/demo/simulate.ts'
import { claimed } from './model.ts'

export type CutLife = SimulatedLife & { readonly record: RecordState }

/** A few lives of every kind for every state that lives went through, each broken off in that state;
 *  none holds what another claims. States that few went through are served first. */
export function livesInEveryState(
  lives: Iterable<SimulatedLife>,
  each: number,
): readonly CutLife[] {
  const taken = new Set<string>()
  const used = new Set<string>()
  return rarestFirst(lives).flatMap((visits) => {
    const found: CutLife[] = []
    for (const visit of visits) {
      const { kind, record } = visit
      const keys = claimed(kind, record).map((key) => `${kind.name} ${key}`)
      const isFree = !used.has(record.id) && !keys.some((key) => taken.has(key))
      if (!isFree || found.length === each) continue
      used.add(record.id)
      for (const key of keys) taken.add(key)
      found.push(visit)
    }
    return found
  })
}

function rarestFirst(lives: Iterable<SimulatedLife>): readonly (readonly CutLife[])[] {
  const visits = [...lives].flatMap(({ kind, steps }) => [...visitsOf(kind, steps).values()])
  const byState = Map.groupBy(visits, ({ kind, record }) => `${kind.name} ${record.state}`)
  return [...byState.values()].toSorted((a, b) => a.length - b.length)
}

/** The life up to the last time that it was in each state. */
function visitsOf(kind: Kind, steps: SimulatedLife['steps']): ReadonlyMap<string, CutLife> {
  return new Map(
    steps.map(({ after }, index) => [
      after.state,
      { kind, steps: steps.slice(0, index + 1), record: after },
    ]),
  )
}
