/** Numbers below a bound, the same ones for the same seed (mulberry32). */
export function seededDice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

export function shuffled<T>(items: readonly T[], dice: (below: number) => number): readonly T[] {
  const left = [...items]
  return items.flatMap(() => left.splice(dice(left.length), 1))
}
