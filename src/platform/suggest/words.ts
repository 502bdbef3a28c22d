/** What a record must hold to be found: every exact token, and for each prefix a token it begins. */
export type SearchQuery = {
  readonly exact: readonly string[]
  readonly prefixes: readonly string[]
}

/**
 * The tokens under which a text is found. Every position begins one token: a Chinese character with
 * its neighbour (alone at the end of a run), a letter or digit with the rest of its word. So every
 * part of the text is found, in the middle of a number too, without a dictionary deciding where
 * words begin; one character is found as the beginning of a token.
 */
export function searchTokens(text: string): readonly string[] {
  return [...new Set(runsOf(text).flatMap(tokensOf))]
}

/** What to look for so that exactly the texts that hold all parts of the query can be found. */
export function searchQuery(text: string): SearchQuery {
  const exact = new Set<string>()
  const prefixes = new Set<string>()
  for (const run of runsOf(text)) {
    const [first, second] = run.characters
    if (run.chinese && second !== undefined)
      tokensOf(run)
        .slice(0, -1)
        .forEach((one) => exact.add(one))
    else if (run.chinese && first !== undefined) prefixes.add(first)
    else for (const part of wordParts(run.characters)) prefixes.add(part)
  }
  return { exact: [...exact], prefixes: [...prefixes] }
}

type Run = { readonly chinese: boolean; readonly characters: readonly string[] }

/** Longer words are found by overlapping parts of this length; it bounds what one word can cost. */
const LONGEST = 16

/**
 * Characters that stand without spaces between words. The whole planes 2 and 3 and the private use
 * areas count, not only what this Unicode version names: new and makeshift characters of names.
 */
const CHINESE =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}' +
  '\\u{20000}-\\u{3fffd}\\p{Co}'
const RUN = new RegExp(`([${CHINESE}]+)|(?:(?![${CHINESE}])[\\p{L}\\p{M}\\p{N}])+`, 'gu')

/** Selectors choose the drawing of a character; zero-width signs come along when text is pasted. */
const UNSEEN = /[\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}\u{200b}-\u{200d}\u{2060}\u{feff}]/gu

function runsOf(text: string): readonly Run[] {
  const read = text.normalize('NFKC').toLowerCase().replaceAll(UNSEEN, '')
  return Array.from(read.matchAll(RUN), ([run, chinese]) => ({
    chinese: chinese !== undefined,
    characters: [...run],
  }))
}

function tokensOf({ chinese, characters }: Run): readonly string[] {
  const length = chinese ? 2 : LONGEST
  return characters.map((_, at) => characters.slice(at, at + length).join(''))
}

function wordParts(characters: readonly string[]): readonly string[] {
  const starts = Math.max(1, characters.length - LONGEST + 1)
  return Array.from({ length: starts }, (_, at) => characters.slice(at, at + LONGEST).join(''))
}
