import type { Vocabulary } from './vocabulary.ts'

/** Words by number with their weights, of length one together: what the model sees of a text. */
export type Features = { readonly ids: Int32Array; readonly values: Float32Array }

/** How often each word stands in the first line and in the rest. */
export type WordCounts = readonly ReadonlyMap<number, number>[]

/** Title and detail as one text of which `countWords` knows the title. */
export function titledText(title: string, detail: string): string {
  return `${title.replaceAll(/\s+/g, ' ')}\n${detail}`
}

/**
 * The first line is the title: counted apart, it speaks as loudly as the whole of a long complaint
 * (measured). A text of one line is all title.
 */
export function countWords(text: string, vocabulary: Vocabulary): WordCounts {
  const read = text.slice(0, READ_AT_MOST)
  const end = read.indexOf('\n')
  const blocks = end < 0 ? [read] : [read.slice(0, end), read.slice(end + 1)]
  return blocks.map((block) => countIn(block, vocabulary)).filter((counts) => counts.size > 0)
}

/** The smoothed inverse share of texts that have a word. */
export function rarityIn(texts: readonly WordCounts[], words: number): Float32Array {
  const textsWith = new Float32Array(words)
  for (const counts of texts) {
    for (const id of new Set(counts.flatMap((block) => [...block.keys()]))) {
      textsWith[id] = (textsWith[id] ?? 0) + 1
    }
  }
  return textsWith.map((count) => Math.log((1 + texts.length) / (1 + count)) + 1)
}

/** Each block comes to the same length before the blocks add up. */
export function featuresOf(counts: WordCounts, rarity: Float32Array): Features {
  const sum = new Map<number, number>()
  for (const block of counts) {
    const weights = Array.from(block, ([id, count]) => ({
      id,
      weight: (1 + Math.log(count)) * (rarity[id] ?? 0),
    }))
    const length = lengthOf(weights.map(({ weight }) => weight))
    for (const { id, weight } of weights) sum.set(id, (sum.get(id) ?? 0) + weight / length)
  }
  const length = lengthOf([...sum.values()])
  return {
    ids: Int32Array.from(sum.keys()),
    values: Float32Array.from(sum.values(), (value) => value / length),
  }
}

/** The matter is told by then (measured), and a pasted file must not hold up the desk. */
const READ_AT_MOST = 1_500

function countIn(block: string, { idOf, longestFrom }: Vocabulary): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (let from = 0; from + 2 <= block.length; from++) {
    const longest = longestFrom(block.slice(from, from + 2))
    for (let length = 2; length <= longest; length++) {
      const id = idOf(block.slice(from, from + length))
      if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1)
    }
  }
  return counts
}

function lengthOf(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0))
}
