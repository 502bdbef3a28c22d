import type { Finding } from './finding.ts'
import { flatten, isMark, LOCAL, type Node, reads, split, word } from './text.ts'

const TABLE_WORDS = new Set(['if', 'not', 'exists', 'unlogged', 'only'])

/** The table a statement creates, if it is one that stays on one node: `-- local: why` before it. */
export function localTableIn(statement: readonly Node[]): string | undefined {
  const created = isMark(statement[0], LOCAL) ? tableCreatedIn(statement.slice(1)) : undefined
  return created?.name
}

/** `city` is the column everything is spread by: uniqueness can only be kept within one city. */
export function keyFindings(statement: readonly Node[]): readonly Finding[] {
  if (isMark(statement[0], LOCAL)) return []
  return [
    ...findingsInTable(statement),
    ...findingsInIndex(statement),
    ...findingsInAlteration(statement),
  ]
}

function findingsInTable(statement: readonly Node[]): readonly Finding[] {
  const table = tableCreatedIn(statement)
  if (table?.columns === undefined) return []
  const items = split(table.columns.nodes, ',')
  const found = items.flatMap(findingsInItem)
  const hasCity = items.some((item) => word(item[0]) === 'city' || word(item[0]) === 'like')
  const at = table.columns.at
  if (!hasCity) {
    found.push({ rule: 'table-without-city', says: `${table.name} has no column city`, at })
  }
  if (flatten(statement).some((token) => token.text === 'inherits')) {
    found.push({ rule: 'inheritance', says: `${table.name} inherits`, at })
  }
  return found
}

function tableCreatedIn(statement: readonly Node[]) {
  const index = statement.findIndex((node) => word(node) === 'table')
  const before = statement.slice(0, Math.max(0, index)).map(word)
  if (before[0] !== 'create' || before.some((text) => text.startsWith('temp'))) return undefined
  const rest = statement.slice(index + 1).filter((node) => !TABLE_WORDS.has(word(node)))
  const columns = rest[1]
  return { name: word(rest[0]), columns: columns?.kind === 'group' ? columns : undefined }
}

/** One line of a table: a column, or a constraint over columns. */
function findingsInItem(item: readonly Node[]): Finding[] {
  const line = word(item[0]) === 'constraint' ? item.slice(2) : item
  const at = item[0]?.at ?? 0
  if (reads(line, 0, 'exclude')) return findingsInExclusion(line, at)
  if (reads(line, 0, 'foreign', 'key')) {
    const columns = line[2]?.kind === 'group' ? flatten(line[2].nodes).map(({ text }) => text) : []
    return columns.includes('city') ? [] : [foreignKey(columns.join(', '), at)]
  }
  if (reads(line, 0, 'primary', 'key') || reads(line, 0, 'unique')) return findingsInKey(line, at)
  return findingsInColumn(line, at)
}

function findingsInColumn(line: readonly Node[], at: number): Finding[] {
  const name = word(line[0])
  if (name === 'city' || line.length < 2) return []
  const isKey = line.some((node, i) => reads(line, i, 'primary', 'key') || word(node) === 'unique')
  const refers = line.some((node) => word(node) === 'references')
  return [...(isKey ? [key(name, at)] : []), ...(refers ? [foreignKey(name, at)] : [])]
}

function findingsInKey(line: readonly Node[], at: number): Finding[] {
  const columns = line.find((node) => node.kind === 'group')
  if (columns === undefined) return []
  const first = word(columns.nodes[0])
  return first === 'city' ? [] : [key(first, at)]
}

function findingsInExclusion(line: readonly Node[], at: number): Finding[] {
  const tokens = flatten(line)
  const keepsCity = tokens.some(
    ({ text }, i) => text === 'city' && reads(tokens, i + 1, 'with') && isMark(tokens[i + 2], '='),
  )
  return keepsCity ? [] : [key('an exclusion', at)]
}

function findingsInIndex(statement: readonly Node[]): readonly Finding[] {
  if (!reads(statement, 0, 'create', 'unique', 'index')) return []
  return findingsInKey(statement, statement[0]?.at ?? 0)
}

function findingsInAlteration(statement: readonly Node[]): readonly Finding[] {
  if (!reads(statement, 0, 'alter', 'table')) return []
  return split(statement, ',').flatMap((action) => {
    const added = action.findIndex((node) => word(node) === 'add')
    if (added < 0) return []
    const line = action.slice(added + 1)
    const column = reads(line, 0, 'column') ? line.slice(1) : line
    return findingsInItem(column.filter((node) => !['if', 'not', 'exists'].includes(word(node))))
  })
}

function key(what: string, at: number): Finding {
  return { rule: 'key-without-city', says: `the key begins with ${what}, not with city`, at }
}

function foreignKey(what: string, at: number): Finding {
  return { rule: 'foreign-key-without-city', says: `${what} refers to rows of any city`, at }
}
