import type { Finding } from './finding.ts'
import { sourcesIn } from './from.ts'
import { flatten, isMark, levels, type Node, reads, type Token, word } from './text.ts'

const LOCKS = [['update'], ['share'], ['no', 'key', 'update'], ['key', 'share']] as const
const SMALL_SERIALS = new Set(['serial', 'smallserial', 'serial4', 'serial2'])

/** Rows are put, locked and found by their place within one city only. */
export function rowFindings(statement: readonly Node[], local: ReadonlySet<string>) {
  return levels(statement).flatMap((level) => [
    ...insertFindings(level, local),
    ...lockFindings(level, local),
    ...placeFindings(level, local),
    ...numberFindings(level),
    ...level.flatMap((node, index) => wordsFindings(level, node, index)),
  ])
}

/** A row without its city has no place to go to; and its values are given, not looked up. */
function insertFindings(level: readonly Node[], local: ReadonlySet<string>): readonly Finding[] {
  const at = level.findIndex((_, index) => reads(level, index, 'insert', 'into'))
  const table = level[at + 2]
  if (at < 0 || table?.kind !== 'word' || local.has(table.text)) return []
  const rest = level.slice(at + 3)
  const columns = rest[word(rest[0]) === 'as' ? 2 : 0]
  const found: Finding[] = []
  const named = columns?.kind === 'group' ? flatten(columns.nodes) : []
  // Columns that are filled in cannot be judged.
  const isKnown = named.length > 0 && named.every(({ kind }) => kind !== 'param')
  if (isKnown && !named.some(isCity)) {
    const says = `${table.text} is given a row without its city`
    found.push({ rule: 'insert-without-city', says, at: table.at })
  }
  const values = rest.findIndex((node) => word(node) === 'values')
  if (values < 0) return found
  const rows = rest.slice(values + 1).filter((node) => node.kind === 'group')
  const looked = rows.flatMap(({ nodes }) => levels(nodes).slice(1))
  return looked.some((inside) => word(inside[0]) === 'select')
    ? [...found, { rule: 'subquery-in-values', says: 'insert what a select gives', at: table.at }]
    : found
}

function lockFindings(level: readonly Node[], local: ReadonlySet<string>): readonly Finding[] {
  const at = level.findIndex(
    (node, index) => word(node) === 'for' && LOCKS.some((lock) => reads(level, index + 1, ...lock)),
  )
  if (at < 0 || !readsDistributed(level, local) || flatten(level).some(isCity)) return []
  return [{ rule: 'lock-without-city', says: 'it locks in every city', at: level[at]?.at ?? 0 }]
}

/** Each shard numbers its own rows: a place found in one may be another row in the next. */
function placeFindings(level: readonly Node[], local: ReadonlySet<string>): readonly Finding[] {
  const place = level.find((node) => /(^|\.)ctid$/.test(word(node)))
  if (place === undefined || !readsDistributed(level, local)) return []
  const tied = level.some(
    (node, index) =>
      node.kind === 'word' && isCity(node) && [-1, 1].some((by) => isMark(level[index + by], '=')),
  )
  return tied ? [] : [{ rule: 'ctid-without-city', says: 'a place has no city', at: place.at }]
}

/** Numbers that run on are dealt out by one node; those of four bytes not at all. */
function numberFindings(level: readonly Node[]): readonly Finding[] {
  return level.flatMap((node, index) => {
    const isSmall = SMALL_SERIALS.has(word(node)) && word(level[index - 1]) !== ''
    const isIdentity =
      reads(level, index, 'as', 'identity') && !level.slice(0, index).some(isBigint)
    const isDealt = word(node) === 'nextval' && level[index + 1]?.kind === 'group'
    return isSmall || isIdentity || isDealt
      ? [{ rule: 'sequence', says: `near "${word(node)}"`, at: node.at }]
      : []
  })
}

function wordsFindings(level: readonly Node[], node: Node, index: number): readonly Finding[] {
  if (reads(level, index, 'current', 'of'))
    return [{ rule: 'cursor-change', says: 'it changes what a cursor is at', at: node.at }]
  const isRule = word(node) === 'rule' && ['create', 'replace'].includes(word(level[index - 1]))
  if (isRule) return [{ rule: 'rule', says: 'a rule rewrites it', at: node.at }]
  const partition = reads(level, index, 'partition', 'of')
  return partition && level.some((_, i) => i > index && reads(level, i, 'partition', 'by'))
    ? [{ rule: 'partitions-of-partitions', says: 'one level of them at most', at: node.at }]
    : []
}

function readsDistributed(level: readonly Node[], local: ReadonlySet<string>): boolean {
  return sourcesIn(level).some(
    ({ name }) => !local.has(name) && !/^(pg_|information_schema\.)/.test(name),
  )
}

function isCity(token: Token): boolean {
  return token.kind === 'word' && /(^|\.)city$/.test(token.text)
}

function isBigint(node: Node): boolean {
  return ['bigint', 'int8'].includes(word(node))
}
