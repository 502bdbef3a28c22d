import { residentAppeal } from '../../src/capabilities/command-response/resident-appeal/kind.ts'
import type { Kind } from '../../src/kernel/kind.ts'
import { kinds } from '../../src/main/registry.ts'

/** The product's kinds and as many like the largest of them as make the number full. */
export function manyKinds(count: number): ReadonlyMap<string, Kind> {
  const more = Array.from({ length: Math.max(0, count - kinds.size) }, (_, index): Kind => ({
    ...residentAppeal,
    name: kindName(index),
    label: `诉求 ${index}`,
    counters: {},
  }))
  return new Map([...kinds, ...more.map((kind) => [kind.name, kind] as const)])
}

/** The kinds that a bench of so many writes to. */
export function writtenKinds(count: number): readonly string[] {
  return [...manyKinds(count).values()].flatMap(({ name, starts }) =>
    starts['register'] === undefined ? [] : [name],
  )
}

function kindName(index: number): string {
  return `appeal-${index}`
}
