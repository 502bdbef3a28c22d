import { type Field, keepOf } from '../../kernel/field.ts'
import type { KindView } from '../api/types.ts'
import type { FieldFilter } from './filters.ts'

/** A column that every kind has, or one of the kind's own fields. */
export type KindColumn =
  | 'number'
  | 'title'
  | 'state'
  | 'place'
  | 'lead'
  | 'due'
  | 'openedAt'
  | 'closedAt'
  | FieldFilter

const shared: readonly KindColumn[] = [
  'number',
  'title',
  'state',
  'place',
  'lead',
  'due',
  'openedAt',
  'closedAt',
]

/** What can stand in the list of a kind: contacts and what is kept apart never do. */
export function columnsOf(kind: KindView): readonly KindColumn[] {
  const own = Object.entries(kind.fields).flatMap(([name, field]) =>
    name === kind.title || !isShown(field) ? [] : [`f.${name}` as const],
  )
  return [...shared, ...own]
}

function isShown(field: Field): boolean {
  const keep = keepOf(field)
  return keep !== 'contact' && keep !== 'apart' && field.type !== 'files'
}

/** Before anybody chose: what tells records apart, then what the kind itself is looked up by. */
export function usualColumnsOf(kind: KindView): readonly KindColumn[] {
  // The unit that answers for it has a column already, under that name.
  const said = new Set([kind.title, kind.responsible])
  const own = Object.values(kind.slots).flatMap((name): readonly KindColumn[] => {
    const field = kind.fields[name]
    const shows = field !== undefined && !said.has(name) && isShown(field)
    return shows && field.type !== 'record' && field.type !== 'post' ? [`f.${name}`] : []
  })
  const timed = kind.mainClock !== undefined
  return [
    'number',
    'title',
    'state',
    'place',
    ...own.slice(0, 2),
    'lead',
    timed ? 'due' : 'openedAt',
  ]
}

/** The columns of an address or of a browser, as far as the kind has them; the title always is one. */
export function readColumns(
  kind: KindView,
  text: string | undefined,
): readonly KindColumn[] | undefined {
  const wanted = new Set(text?.split(',') ?? [])
  const found = columnsOf(kind).filter((column) => wanted.has(column) || column === 'title')
  return found.length <= 1 ? undefined : inOrder(found, text?.split(',') ?? [])
}

function inOrder(found: readonly KindColumn[], wanted: readonly string[]): readonly KindColumn[] {
  const at = (column: KindColumn) => {
    const index = wanted.indexOf(column)
    return index < 0 ? 0.5 : index
  }
  return found.toSorted((one, other) => at(one) - at(other))
}

/** How the server is asked to order a list by a column; nothing for what cannot be ordered by. */
export function sortOf(kind: KindView, column: KindColumn): string | undefined {
  if (column === 'openedAt') return 'opened'
  if (column === 'due') return 'due'
  const name = column.startsWith('f.') ? column.slice(2) : undefined
  if (name === undefined || kind.fields[name]?.seenBy !== undefined) return undefined
  return Object.values(kind.slots).includes(name) ? column : undefined
}

export type Direction = 'ascend' | 'descend'

/** The way a list is ordered by a column now. Without a wish the newest stand first. */
export function directionOf(
  kind: KindView,
  column: KindColumn,
  sort = '-opened',
): Direction | undefined {
  const own = sortOf(kind, column)
  if (own === undefined) return undefined
  return sort === own ? 'ascend' : sort === `-${own}` ? 'descend' : undefined
}

/** What pressing a column's head asks for next: up, down, and back to the newest first. */
export function sortAfter(kind: KindView, column: KindColumn, direction: Direction | undefined) {
  const own = sortOf(kind, column)
  if (own === undefined || direction === undefined) return undefined
  const sort = direction === 'ascend' ? own : `-${own}`
  return sort === '-opened' ? undefined : sort
}
