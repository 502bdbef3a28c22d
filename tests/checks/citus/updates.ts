import type { Finding } from './finding.ts'
import { flatten, isMark, levels, type Node, reads, word } from './text.ts'

const VOLATILE_CALLS = new Set([
  'now',
  'random',
  'gen_random_uuid',
  'uuid_generate_v4',
  'uuidv4',
  'uuidv7',
  'clock_timestamp',
  'statement_timestamp',
  'transaction_timestamp',
  'timeofday',
  'nextval',
  'setval',
  'txid_current',
  'pg_current_xact_id',
])
const VOLATILE_WORDS = new Set([
  'current_timestamp',
  'current_date',
  'current_time',
  'localtimestamp',
  'localtime',
])
const NO_STATEMENT_AFTER = new Set(['for', 'key', 'on', 'before', 'after', 'or', 'of'])
const AFTER_SET = new Set(['where', 'from', 'returning'])

/**
 * Each copy of a row computes its own update, so the values are passed in; and a row never moves
 * to another city.
 */
export function updateFindings(statement: readonly Node[]): readonly Finding[] {
  return levels(statement).flatMap((level) =>
    level.flatMap((node, index) => {
      if (NO_STATEMENT_AFTER.has(word(level[index - 1]))) return []
      if (word(node) === 'update') {
        return [...volatileIn(level.slice(index)), ...cityMovedIn(level.slice(index))]
      }
      return reads(level, index, 'delete', 'from') ? volatileIn(level.slice(index)) : []
    }),
  )
}

function volatileIn(change: readonly Node[]): readonly Finding[] {
  return levels(change).flatMap((level) =>
    level.flatMap((node, index) => {
      const name = word(node).replace(/^pg_catalog\./, '')
      const called = VOLATILE_CALLS.has(name) && level[index + 1]?.kind === 'group'
      if (!called && !VOLATILE_WORDS.has(name)) return []
      return [{ rule: 'volatile-in-change', says: `${name} is to be passed in`, at: node.at }]
    }),
  )
}

function cityMovedIn(update: readonly Node[]): readonly Finding[] {
  const set = update.findIndex((node) => word(node) === 'set')
  if (set < 0) return []
  const rest = update.slice(set + 1)
  const end = rest.findIndex((node) => AFTER_SET.has(word(node)))
  const assignments = end < 0 ? rest : rest.slice(0, end)
  return assignments.flatMap((node, index) => {
    if (index > 0 && !isMark(assignments[index - 1], ',')) return []
    const targets =
      node.kind === 'group' ? flatten(node.nodes).map(({ text }) => text) : [word(node)]
    return targets.includes('city')
      ? [{ rule: 'city-moved', says: 'a row stays in its city', at: node.at }]
      : []
  })
}
