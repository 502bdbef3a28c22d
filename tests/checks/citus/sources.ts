import { type ESTree, parseSync, Visitor } from 'vite'
import type { Finding } from './finding.ts'
import { startsAsSql } from './text.ts'

/** A piece of SQL and the line of its file on which it begins. */
export type SqlSource = { readonly file: string; readonly line: number; readonly text: string }

const SQL_TAG = /^sql\b/
const JOINS = new Set(['innerJoin', 'leftJoin', 'rightJoin', 'fullJoin', 'crossJoin'])
const LOCKS = new Set(['forUpdate', 'forShare', 'forNoKeyUpdate', 'forKeyShare'])
const VOLATILE_FRAGMENT =
  /sql(<[^>]*>)?`[^`]*\b(now|random|gen_random_uuid|clock_timestamp|uuidv[47])\s*\(/

/** The SQL in a TypeScript file: what is tagged `sql`, and every text that begins as SQL does. */
export function sqlInTypeScript(file: string, code: string): readonly SqlSource[] {
  const found: SqlSource[] = []
  const take = (node: Located, tagged: boolean) => {
    const text = textOf(node, code)
    if (tagged || startsAsSql(text)) found.push({ file, line: lineOf(code, node.start), text })
  }
  const seen = new Set<unknown>()
  new Visitor({
    TaggedTemplateExpression(node) {
      seen.add(node.quasi)
      if (SQL_TAG.test(code.slice(node.tag.start, node.tag.end))) take(node.quasi, true)
    },
    TemplateLiteral(node) {
      if (!seen.has(node)) take(node, false)
    },
    BinaryExpression(node) {
      if (node.operator !== '+' || seen.has(node)) return
      for (const part of partsOf(node)) seen.add(part)
      take(node, false)
    },
    Literal(node) {
      if (typeof node.value === 'string' && !seen.has(node)) take(node, false)
    },
  }).visit(parseSync(file, code).program)
  return found
}

/** What a query builder is asked for, where the call itself shows it. */
export function builderFindings(file: string, code: string): readonly Finding[] {
  const found: Finding[] = []
  new Visitor({
    CallExpression(node) {
      const { callee } = node
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return
      const given = code.slice(callee.end, node.end)
      const { name } = callee.property
      const asked = code.slice(callee.start, callee.end)
      const rule =
        // A query that was begun elsewhere cannot be judged by its end.
        LOCKS.has(name) && asked.includes('selectFrom') && !/\bcity\b/.test(asked)
          ? 'lock-without-city'
          : builderRule(name, node.arguments[0], given)
      if (rule !== undefined) {
        found.push({ rule, says: `.${name}(…)`, at: callee.property.start })
      }
    },
  }).visit(parseSync(file, code).program)
  return found
}

function builderRule(method: string, first: ESTree.Argument | undefined, given: string) {
  if (JOINS.has(method) && !/\bcity\b/.test(given)) return 'join-without-city'
  if (method === 'skipLocked') return 'skip-locked'
  if (method === 'mergeInto') return 'merge'
  if (method !== 'set' || first?.type !== 'ObjectExpression') return undefined
  const movesCity = first.properties.some(
    (property) =>
      property.type === 'Property' &&
      property.key.type === 'Identifier' &&
      property.key.name === 'city',
  )
  if (movesCity) return 'city-moved'
  return VOLATILE_FRAGMENT.test(given) ? 'volatile-in-change' : undefined
}

export function lineOf(text: string, at: number): number {
  return text.slice(0, at).split('\n').length
}

type Located = ESTree.Expression | ESTree.TemplateLiteral | ESTree.PrivateIdentifier

/** The text a node makes, with `$0` for what is only known when it runs; lines stay where they are. */
function textOf(node: Located, code: string): string {
  if (node.type === 'Literal' && typeof node.value === 'string') {
    return code.slice(node.start + 1, node.end - 1)
  }
  if (node.type === 'BinaryExpression' && node.operator === '+') {
    return textOf(node.left, code) + textOf(node.right, code)
  }
  if (node.type !== 'TemplateLiteral') return '$0'
  const last = node.quasis.length - 1
  return node.quasis
    .map((part, index) => {
      const next = node.quasis[index + 1]
      if (index === last || next === undefined) return part.value.raw
      const hole = code.slice(part.end, next.start)
      return part.value.raw + `$0${'\n'.repeat(hole.split('\n').length - 1)}`
    })
    .join('')
}

function partsOf(node: Located): readonly Located[] {
  if (node.type !== 'BinaryExpression') return [node]
  return [node, ...partsOf(node.left), ...partsOf(node.right)]
}
