import { known, type ColumnName } from '../../../../web/lists/columns.tsx'

/** The columns there are to choose from, in the order in which they stand. */
export const allColumns: readonly ColumnName[] = [
  'number',
  'title',
  'state',
  'place',
  'category',
  'lead',
  'due',
  'openedAt',
  'closedAt',
]

const usual: readonly ColumnName[] = allColumns.filter((name) => name !== 'closedAt')

/** Beside an open record only what tells the rows apart has room. */
export const narrowColumns: readonly ColumnName[] = ['number', 'title', 'state', 'due']

export function columnsFrom(stored: string | null): readonly ColumnName[] {
  try {
    const read: unknown = JSON.parse(stored ?? 'null')
    if (!Array.isArray(read)) return usual
    const chosen = allColumns.filter((name) => read.includes(name))
    return chosen.includes('title') ? chosen : usual
  } catch {
    return usual
  }
}

export function columnLabel(name: ColumnName): string {
  return known[name].label
}
