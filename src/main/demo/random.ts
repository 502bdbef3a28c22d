/** Numbers from 0 up to 1. The demo never throws dice of its own: the same seed gives the same city. */
export type Random = () => number

/** A small generator (mulberry32), good enough for a demo and the same on every machine. */
export function seededRandom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export function pick<T>(random: Random, choices: readonly T[]): T {
  const choice = choices[Math.floor(random() * choices.length)]
  if (choice === undefined) throw new Error('nothing to pick from')
  return choice
}

/** A whole number from `least` to `most`, both included. */
export function between(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1))
}

/** Puts words into `{name}` places; a place without a word is a fault in the demo's data. */
export function fill(text: string, words: Readonly<Record<string, string>>): string {
  return text.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const word = words[name]
    if (word === undefined) throw new Error(`no word for {${name}} in: ${text}`)
    return word
  })
}
