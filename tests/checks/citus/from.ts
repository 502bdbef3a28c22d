import { flatten, isMark, type Node, word } from './text.ts'

/** A table a query reads, by its name and by what the query calls it. */
export type Source = {
  readonly name: string
  readonly alias: string
  readonly usingCity: boolean
  readonly at: number
}

const VERBS = new Set(['select', 'perform', 'update', 'delete'])
const AFTER_FROM = new Set(
  `where group having order limit offset fetch for window returning set loop values`.split(' '),
)
const JOIN_WORDS = new Set(['join', 'inner', 'left', 'right', 'full', 'outer', 'cross', 'natural'])
const AFTER_A_SOURCE = new Set([...JOIN_WORDS, 'on', 'using', 'tablesample', 'as'])

/** The tables of one query: those after `from`, and what an update or delete changes. */
export function sourcesIn(query: readonly Node[]): readonly Source[] {
  const verb = query.findIndex((node) => VERBS.has(word(node)))
  const from = query.findIndex((node, i) => i > verb && isFrom(node, query[i - 1]))
  const changed = word(query[verb]) === 'update' ? [...itemsIn(query.slice(verb + 1))] : []
  const read = verb < 0 || from < 0 ? [] : itemsIn(query.slice(from + 1))
  return [...changed.slice(0, 1), ...read].flatMap(sourceOf)
}

function isFrom(node: Node, before: Node | undefined): boolean {
  return word(node) === 'from' && word(before) !== 'distinct'
}

/** What stands between the commas and joins of a from-clause, one item a source. */
function itemsIn(clause: readonly Node[]): readonly (readonly Node[])[] {
  const items: Node[][] = [[]]
  for (const [index, node] of clause.entries()) {
    if (AFTER_FROM.has(word(node))) break
    const usingList = word(node) === 'using' && clause[index + 1]?.kind !== 'group'
    if (isMark(node, ',') || word(node) === 'join' || usingList) items.push([])
    else items.at(-1)?.push(node)
  }
  return items
}

function sourceOf(item: readonly Node[]): readonly Source[] {
  const nodes = item.filter((node) => !['only', 'lateral'].includes(word(node)))
  const [first, second, third] = nodes
  // A group is a query of its own; a name with a group after it is a call.
  if (first === undefined || first.kind === 'group' || second?.kind === 'group') return []
  const name = first.kind === 'param' ? first.text : word(first)
  if (name === '') return []
  const given = word(second) === 'as' ? word(third) : word(second)
  // Without a name of its own, what is filled in may be a call or a query as well as a table.
  if (first.kind === 'param' && (given === '' || AFTER_A_SOURCE.has(given))) return []
  const alias = given === '' || AFTER_A_SOURCE.has(given) ? name.replace(/^.*\./, '') : given
  const using = nodes[nodes.findIndex((node) => word(node) === 'using') + 1]
  const usingCity =
    nodes.some((node) => word(node) === 'using') &&
    using?.kind === 'group' &&
    flatten(using.nodes).some(({ text }) => text === 'city')
  return [{ name, alias, usingCity, at: first.at }]
}
