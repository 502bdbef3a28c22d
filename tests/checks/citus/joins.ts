import type { Finding } from './finding.ts'
import { sourcesIn, type Source } from './from.ts'
import { flatten, isMark, levels, type Node, reads, type Token, word } from './text.ts'

const SUBQUERY_WORDS = new Set(['exists', 'in', 'any', 'some', 'array'])
const SUBQUERY_MARKS = new Set(['=', '<', '>', '<=', '>=', '<>', '!='])

/** Rows meet only within a city: in joins, in subqueries, in recursion. */
export function joinFindings(statement: readonly Node[], local: ReadonlySet<string>) {
  const named = namedQueriesIn(statement)
  const isDistributed = (name: string) =>
    !named.has(name) && !local.has(name) && !/^(pg_|information_schema\.)/.test(name)
  return [
    ...levels(statement).flatMap((level) => findingsInLevel(level, isDistributed)),
    ...findingsInRecursion(statement),
  ]
}

type IsDistributed = (name: string) => boolean

function findingsInLevel(level: readonly Node[], isDistributed: IsDistributed) {
  return [
    ...queriesIn(level).flatMap((query) => findingsInJoin(query, isDistributed)),
    ...level.flatMap((node, i) => findingsInSubquery(node, level[i - 1], isDistributed)),
  ]
}

/** A level may hold several queries: `select … union select …`. */
function queriesIn(level: readonly Node[]): readonly (readonly Node[])[] {
  const queries: Node[][] = [[]]
  for (const node of level) {
    if (['union', 'intersect', 'except'].includes(word(node))) queries.push([])
    else queries.at(-1)?.push(node)
  }
  return queries
}

function findingsInJoin(query: readonly Node[], isDistributed: IsDistributed): readonly Finding[] {
  const sources = sourcesIn(query).filter(({ name }) => isDistributed(name))
  if (sources.length < 2) return []
  const tokens = flatten(query)
  const pairedWithFirst = sources.slice(1).some((source) => source.usingCity)
  return sources
    .filter((source, index) => !isTied(source, tokens) && !(index === 0 && pairedWithFirst))
    .map(({ name, at }) => ({ rule: 'join-without-city', says: `${name} is joined`, at }))
}

function isTied({ alias, usingCity }: Source, tokens: readonly Token[]): boolean {
  return (
    usingCity || tokens.some((token, i) => token.text === `${alias}.city` && isEqual(tokens, i))
  )
}

function isEqual(tokens: readonly Token[], index: number): boolean {
  return isMark(tokens[index + 1], '=') || isMark(tokens[index - 1], '=')
}

function findingsInSubquery(node: Node, before: Node | undefined, isDistributed: IsDistributed) {
  if (node.kind !== 'group' || word(node.nodes[0]) !== 'select') return []
  const compared = before?.kind === 'mark' && SUBQUERY_MARKS.has(before.text)
  if (!compared && !SUBQUERY_WORDS.has(word(before))) return []
  const reaches = sourcesIn(node.nodes).some(({ name }) => isDistributed(name))
  if (!reaches || flatten(node.nodes).some(isCity)) return []
  return [{ rule: 'subquery-without-city', says: 'it reads every city', at: node.at }]
}

function findingsInRecursion(statement: readonly Node[]): readonly Finding[] {
  const index = statement.findIndex((_, i) => reads(statement, i, 'with', 'recursive'))
  const tokens = flatten(statement)
  const at = statement[index]?.at ?? 0
  const tied = tokens.some(
    (token, i) => isCity(token) && (isEqual(tokens, i) || isUsing(tokens, i)),
  )
  return index < 0 || tied
    ? []
    : [{ rule: 'recursion-without-city', says: 'it leaves the city', at }]
}

function isCity(token: Token): boolean {
  return token.kind === 'word' && /(^|\.)city$/.test(token.text)
}

function isUsing(tokens: readonly Token[], index: number): boolean {
  return tokens.slice(Math.max(0, index - 3), index).some((token) => token.text === 'using')
}

/** Names given by `with x as (…)`; they stand for queries that are read on their own. */
function namedQueriesIn(statement: readonly Node[]): ReadonlySet<string> {
  const names = levels(statement).flatMap((level) =>
    level.flatMap((node, index) => {
      const rest = level.slice(index + 1)
      const columns = rest[0]?.kind === 'group' ? 1 : 0
      const body = rest
        .slice(columns + 1)
        .find((next) => !['not', 'materialized'].includes(word(next)))
      return word(rest[columns]) === 'as' && body?.kind === 'group' ? [word(node)] : []
    }),
  )
  return new Set(names)
}
