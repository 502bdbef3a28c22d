export type Candidate = { readonly id: string; readonly text: string }

export type Duplicate<C extends Candidate> = {
  readonly candidate: C
  /** 0..1, comparable between candidates of one ranking. */
  readonly likeness: number
  /** What both say, the most telling first. */
  readonly shared: readonly string[]
}

/**
 * The candidates that may be the same matter as a text being typed, likest first. What most of the
 * candidates say (小区, 噪音) weighs little; what few say (a name, a house number) weighs much.
 */
export function rankDuplicates<C extends Candidate>(
  text: string,
  candidates: readonly C[],
  { atLeast = 0.2, n = 5 }: { readonly atLeast?: number; readonly n?: number } = {},
): readonly Duplicate<C>[] {
  const typed = partsOf(text)
  if (typed.size === 0) return []
  const read = candidates.map((candidate) => ({ candidate, parts: partsOf(candidate.text) }))
  const rarity = rarityAmong([typed, ...read.map(({ parts }) => parts)])
  return read
    .map(({ candidate, parts }) => ({ candidate, parts, likeness: compare(typed, parts, rarity) }))
    .filter((compared) => compared.likeness >= atLeast)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, n)
    .map((compared) => ({
      candidate: compared.candidate,
      likeness: compared.likeness,
      shared: sharedPhrases(text, compared.parts, rarity),
    }))
}

type Parts = ReadonlySet<string>
type Rarity = (part: string) => number

/** Two people describe a matter at different length: of a long text a few hundred signs will do. */
const COMPARED_AT_MOST = 600

/** What the reader would recognise the matter by; more would not fit a line. */
const SHARED_AT_MOST = 4

/** A run of Chinese (caught by the group), or a word of other letters or digits. */
const RUNS = /(\p{Script=Han}+)|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+/gu

/**
 * Every two neighbouring characters, and each word in letters or digits whole. Measured against the
 * words of a dictionary, pairs tell matters apart more sharply, take a third of the time and do not
 * change while a word is half typed.
 */
function partsOf(text: string): Parts {
  return new Set(runsOf(text).flat())
}

/**
 * What is shared against what is not. What only the longer text says counts an eighth of what only
 * the shorter says: the half-typed line and the full account of one matter belong together.
 */
function compare(a: Parts, b: Parts, rarity: Rarity): number {
  const [short, long] = a.size <= b.size ? [a, b] : [b, a]
  let shared = 0
  let missed = 0
  for (const part of short) {
    if (long.has(part)) shared += rarity(part)
    else missed += rarity(part)
  }
  if (shared === 0) return 0
  let extra = 0
  for (const part of long) if (!short.has(part)) extra += rarity(part)
  return shared / (shared + 0.8 * missed + 0.1 * extra)
}

function rarityAmong(texts: readonly Parts[]): Rarity {
  const textsWith = new Map<string, number>()
  for (const parts of texts) {
    for (const part of parts) textsWith.set(part, (textsWith.get(part) ?? 0) + 1)
  }
  return (part) => Math.log((1 + texts.length) / (textsWith.get(part) ?? 1))
}

/** The longest stretches of the typed text whose every part the other has too. */
function sharedPhrases(text: string, other: Parts, rarity: Rarity): readonly string[] {
  const phrases = new Map<string, number>()
  for (const run of runsOf(text)) {
    let phrase = ''
    let weight = 0
    for (const part of [...run, END]) {
      if (other.has(part)) {
        phrase = phrase === '' ? part : phrase + [...part].slice(1).join('')
        weight += rarity(part)
        continue
      }
      if (phrase !== '') phrases.set(phrase, weight)
      phrase = ''
      weight = 0
    }
  }
  const strongest = [...phrases].sort((a, b) => b[1] - a[1]).map(([phrase]) => phrase)
  return strongest
    .filter((phrase) => !strongest.some((longer) => longer !== phrase && longer.includes(phrase)))
    .slice(0, SHARED_AT_MOST)
}

/** In no text's parts: closes the last stretch of a run. */
const END = ''

/** The parts of each unbroken run, in order: pairs of a Chinese run, or one word in letters. */
function runsOf(text: string): readonly (readonly string[])[] {
  const read = text.slice(0, COMPARED_AT_MOST).normalize('NFKC').toLowerCase()
  return Array.from(read.matchAll(RUNS), ([run, chinese]) =>
    chinese === undefined ? [run] : pairsOf(run),
  )
}

function pairsOf(run: string): readonly string[] {
  const signs = [...run]
  return signs.slice(1).map((sign, at) => (signs[at] ?? '') + sign)
}
