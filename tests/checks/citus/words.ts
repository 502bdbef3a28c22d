import type { Finding } from './finding.ts'
import { flatten, type Node, reads, type Token, word } from './text.ts'

const BEFORE_A_STATEMENT = new Set(['then', 'else', 'begin', 'loop'])
const CHANNEL_WORDS = new Set(['listen', 'unlisten', 'notify'])

/** Things no distributed table has, known by their words alone. */
export function wordFindings(statement: readonly Node[]): readonly Finding[] {
  const tokens = flatten(statement)
  return tokens.flatMap((token, index) => {
    const rule = ruleAt(tokens, index)
    return rule === undefined ? [] : [{ rule, says: `near "${token.text}"`, at: token.at }]
  })
}

function ruleAt(tokens: readonly Token[], index: number): string | undefined {
  const before = word(tokens[index - 1])
  if (
    word(tokens[index]) === 'trigger' &&
    ['create', 'replace', 'constraint', 'returns', 'event'].includes(before)
  ) {
    return 'trigger'
  }
  if (reads(tokens, index, 'skip', 'locked')) return 'skip-locked'
  if (reads(tokens, index, 'merge', 'into')) return 'merge'
  if (reads(tokens, index, 'pg_notify')) return 'channel'
  const starts = index === 0 || BEFORE_A_STATEMENT.has(before)
  if (starts && CHANNEL_WORDS.has(word(tokens[index]))) return 'channel'
  return undefined
}
