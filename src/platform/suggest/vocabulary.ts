/** Words by number, and by their text. */
export type Vocabulary = {
  readonly words: readonly string[]
  readonly idOf: (word: string) => number | undefined
  /** The length of the longest word that begins with these two characters, 0 where none does. */
  readonly longestFrom: (pair: string) => number
}

export function vocabularyOf(words: readonly string[]): Vocabulary {
  const ids = new Map(words.map((word, id) => [word, id]))
  const longest = new Map<string, number>()
  for (const word of words) {
    const pair = word.slice(0, 2)
    longest.set(pair, Math.max(longest.get(pair) ?? 0, word.length))
  }
  return {
    words,
    idOf: (word) => ids.get(word),
    longestFrom: (pair) => longest.get(pair) ?? 0,
  }
}
