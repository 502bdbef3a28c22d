/** The tables whose rows a record takes along when it is put away. */
export const lifeTables = ['event', 'content', 'contact', 'party', 'search'] as const
export type LifeTable = (typeof lifeTables)[number]

/** Those that are packed, in their order; words for search lie beside them. */
export const packedTables = ['event', 'content', 'contact', 'party'] as const
type PackedTable = (typeof packedTables)[number]

/** The columns in which each table was packed, form by form: forms are never changed, only added.
 *  What a form lacks has its column's default when the record is brought back. */
const forms: Readonly<Record<number, Readonly<Record<PackedTable, readonly string[]>>>> = {
  1: {
    event: ['seq', 'at', 'type', 'actor', 'post', 'ask', 'party', 'body', 'form'],
    content: ['id', 'field', 'text', 'erased_at'],
    contact: ['id', 'mask_name', 'mask_phone', 'erased_at'],
    party: ['unit', 'role', 'state', 'fields', 'clocks', 'joined_at'],
  },
}

export const newestForm = 1

export function columnsOf(form: number, table: PackedTable): readonly string[] {
  const columns = forms[form]?.[table]
  if (columns === undefined) throw new Error(`an archived life has the unknown form ${form}`)
  return columns
}

/** Columns of a record's own line that lie in `archive` as they do in `record`, besides `city`. */
export const lineColumns = [
  'id',
  'kind',
  'number',
  'title',
  'district',
  'street',
  'community',
  'unit',
  'state',
  'is',
  'version',
  'counted',
  'due_at',
  'opened_at',
  'last_at',
  'closed_at',
  'head',
  'kind_version',
  'k1',
  'k2',
  'k3',
  'n1',
  'n2',
  't1',
  't2',
] as const

/** Columns of it that are packed with its life. */
export const wideColumns = ['fields', 'clocks', 'takers'] as const
