import { dayOf, type Instant, startOfDay } from '../../../kernel/time.ts'
import { formatCaseNumber } from '../../../platform/numbers/case-number.ts'
import { pick, seededRandom } from '../random.ts'
import type { Caller } from './callers.ts'
import type { Wanted } from './copies.ts'
import type { Pattern } from './pattern.ts'

/** Copies from one place to another in the order of the year: loaded whole, or not at all. */
export type Chunk = { readonly from: number; readonly to: number }

const largest = 2_000

export function chunksOf(count: number): readonly Chunk[] {
  return Array.from({ length: Math.ceil(count / largest) }, (_, at) => ({
    from: at * largest,
    to: Math.min(count, (at + 1) * largest),
  }))
}

export type Year = {
  readonly count: number
  /** In the order in which they begin. */
  readonly patterns: readonly Pattern[]
  /** Which copy is the first of each day. */
  readonly firstOfDay: ReadonlyMap<Instant, number>
  readonly callers: readonly Caller[]
}

/** So many copies, shared out among the patterns. */
export function yearOf(given: readonly Pattern[], count: number, callers: readonly Caller[]): Year {
  const patterns = given.toSorted((one, other) => one.openedAt - other.openedAt)
  const firstOfDay = new Map<Instant, number>()
  for (const [at, pattern] of patterns.entries()) {
    const day = startOf(pattern)
    if (!firstOfDay.has(day)) firstOfDay.set(day, Math.ceil((at * count) / patterns.length))
  }
  return { count, patterns, firstOfDay, callers }
}

function startOf({ openedAt }: Pattern): Instant {
  return startOfDay(dayOf(openedAt))
}

/** The copies that make up a chunk, in the order in which they began; the same each time. */
export function wantedOf({ patterns, firstOfDay, callers, count }: Year, chunk: Chunk) {
  const random = seededRandom(chunk.from + 1)
  return Array.from({ length: chunk.to - chunk.from }, (_, at): Wanted => {
    const copy = chunk.from + at
    const pattern = patterns[Math.floor((copy * patterns.length) / count)]
    if (pattern === undefined) throw new Error(`there is no life for copy ${copy}`)
    const day = startOf(pattern)
    const ofDay = copy - (firstOfDay.get(day) ?? 0)
    return {
      pattern,
      shift: Math.floor(random() * pattern.span),
      number: formatCaseNumber(dayOf(day), firstNumber + ofDay),
      callers: pattern.contacts.map(() => pick(random, callers)),
    }
  }).toSorted(
    (one, other) => one.pattern.openedAt + one.shift - other.pattern.openedAt - other.shift,
  )
}

/** Above the numbers that running processes take, below those of the demo's half year. */
const firstNumber = 2_000_000
