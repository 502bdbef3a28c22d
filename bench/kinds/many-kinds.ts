import { residentAppeal } from '../../src/capabilities/command-response/resident-appeal/kind.ts'
import type { Kind } from '../../src/kernel/kind.ts'
import { kinds } from '../../src/main/registry.ts'

/** So many kinds: those the largest needs first, then the product's others, and as many like the
 *  largest as make the number full. */
export function manyKinds(count: number): ReadonlyMap<string, Kind> {
  const needed = ({ group, name }: Kind) =>
    name === 'duty-item' || (group === 'command-response' && !name.includes('zone'))
  const own = [...kinds.values()]
    .toSorted((a, b) => Number(needed(b)) - Number(needed(a)))
    .slice(0, count)
  const more = Array.from({ length: Math.max(0, count - kinds.size) }, (_, index): Kind => ({
    ...residentAppeal,
    name: kindName(index),
    label: `诉求 ${index}`,
    counters: {},
  }))
  return new Map([...own, ...more].map((kind) => [kind.name, kind] as const))
}

/** The kinds that a bench of so many writes to. */
export function writtenKinds(count: number): readonly string[] {
  return [...manyKinds(count).keys()].filter(
    (name) => name === residentAppeal.name || name.startsWith(copied),
  )
}

const copied = 'appeal-'

function kindName(index: number): string {
  return `${copied}${index}`
}
