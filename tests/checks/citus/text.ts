/**
 * SQL read as far as the rules need it: words, marks, and groups for what stands in parentheses.
 * A dotted name is one word. Bodies of functions and texts handed to `execute` are read as SQL
 * of their own (`nested`).
 */
export type Token = { readonly kind: Kind; readonly text: string; readonly at: number }
export type Group = { readonly kind: 'group'; readonly nodes: readonly Node[]; readonly at: number }
export type Node = Token | Group
export type Nested = { readonly text: string; readonly at: number }
export type Sql = {
  readonly statements: readonly (readonly Node[])[]
  readonly nested: readonly Nested[]
}

type Kind = 'word' | 'mark' | 'text' | 'body' | 'param' | 'number'

/** Stands before a table that is not distributed, in a comment: `-- local: why`. */
export const LOCAL = '-- local:'

const NAME = String.raw`(?:[\p{L}_][\p{L}\p{N}_$]*|"[^"]*")`
const PATTERNS: readonly (readonly [Kind | 'skip', RegExp])[] = [
  ['mark', /-- local: *\S[^\n]*/uy],
  ['skip', /\s+|--[^\n]*|\/\*[\s\S]*?\*\//uy],
  ['body', /(\$[\p{L}_]*\$)[\s\S]*?\1/uy],
  ['text', /[eE]'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'/uy],
  ['word', new RegExp(String.raw`${NAME}(?:\.(?:${NAME}|\*))*`, 'uy')],
  ['param', /\$\d+/uy],
  ['number', /\d[\d.]*/uy],
  ['mark', /::|:=|<=|>=|<>|!=|=>|->>|->|\|\||[\s\S]/uy],
]

export function readSql(text: string): Sql {
  const tokens = tokenize(text)
  const nested = tokens.flatMap((token, index) => nestedIn(token, tokens[index - 1]))
  return { statements: split(group(tokens), ';'), nested }
}

export function split(nodes: readonly Node[], mark: string): readonly (readonly Node[])[] {
  const parts: Node[][] = [[]]
  for (const node of nodes) {
    if (isMark(node, mark)) parts.push([])
    else parts.at(-1)?.push(node)
  }
  return parts.filter((part) => part.length > 0)
}

export function isMark(node: Node | undefined, text: string): boolean {
  return node?.kind === 'mark' && node.text === text
}

/** The word at a place, in lower case; empty where there is none. */
export function word(node: Node | undefined): string {
  return node?.kind === 'word' ? node.text : ''
}

/** Whether these words stand one after another from `index` on. */
export function reads(nodes: readonly Node[], index: number, ...words: readonly string[]) {
  return words.every((expected, offset) => word(nodes[index + offset]) === expected)
}

/** Every token below, groups opened, in reading order. */
export function flatten(nodes: readonly Node[]): readonly Token[] {
  return nodes.flatMap((node) => (node.kind === 'group' ? flatten(node.nodes) : [node]))
}

/** The nodes themselves and those of every group below: each is a level on which a query may stand. */
export function levels(nodes: readonly Node[]): readonly (readonly Node[])[] {
  return [nodes, ...nodes.flatMap((node) => (node.kind === 'group' ? levels(node.nodes) : []))]
}

function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const found = next(text, at)
    if (found.kind !== 'skip') tokens.push({ kind: found.kind, text: tidy(found), at })
    at += found.text.length
  }
  return tokens
}

function next(text: string, at: number): { readonly kind: Kind | 'skip'; readonly text: string } {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at
    const [match] = pattern.exec(text) ?? []
    if (match !== undefined) return { kind, text: match }
  }
  throw new Error(`no SQL can be read at ${at}`)
}

function tidy({ kind, text }: { readonly kind: string; readonly text: string }): string {
  if (kind === 'word') return text.replaceAll('"', '').toLowerCase()
  return text.startsWith(LOCAL) ? LOCAL : text
}

function group(tokens: readonly Token[]): readonly Node[] {
  const open: { at: number; nodes: Node[] }[] = [{ at: 0, nodes: [] }]
  for (const token of tokens) {
    if (isMark(token, '(')) open.push({ at: token.at, nodes: [] })
    else if (isMark(token, ')') && open.length > 1) {
      const closed = open.pop()
      if (closed !== undefined) open.at(-1)?.nodes.push({ kind: 'group', ...closed })
    } else open.at(-1)?.nodes.push(token)
  }
  // What an unclosed parenthesis holds still counts: a template may close it elsewhere.
  return open.flatMap(({ nodes }) => nodes)
}

function nestedIn(token: Token, before: Token | undefined): readonly Nested[] {
  if (token.kind === 'body') {
    const quote = token.text.indexOf('$', 1) + 1
    return [{ text: token.text.slice(quote, -quote), at: token.at + quote }]
  }
  const executed = token.kind === 'text' && (word(before) === 'execute' || isMark(before, '('))
  return executed && startsAsSql(token.text.slice(1))
    ? [{ text: token.text.slice(1, -1).replaceAll("''", "'"), at: token.at + 1 }]
    : []
}

const STARTS = [
  String.raw`select\s`,
  String.raw`insert\s+into\s`,
  String.raw`update\s+\S+(\s+(as\s+)?\w+)?\s+set\s`,
  String.raw`delete\s+from\s`,
  String.raw`with\s+(recursive\s+)?\w+\s*(\([^)]*\)\s*)?as\s`,
  String.raw`create\s+(or\s+replace\s+)?(temp\w*|unlogged|unique|table|index|constraint|trigger|function|view|materialized)\s`,
  String.raw`alter\s+table\s`,
  String.raw`merge\s+into\s`,
  String.raw`(un)?listen\s+\S+\s*;?\s*$`,
  String.raw`notify\s+\S+\s*(,.*)?;?\s*$`,
]
const STARTS_AS_SQL = new RegExp(String.raw`^(\s|--[^\n]*\n)*(${STARTS.join('|')})`, 'i')

/** Whether a text is meant as SQL: it begins as no sentence does. */
export function startsAsSql(text: string): boolean {
  return STARTS_AS_SQL.test(text)
}
