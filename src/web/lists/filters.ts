export type FilterName =
  | 'q'
  | 'number'
  | 'phone'
  | 'state'
  | 'unit'
  | 'party'
  | 'area'
  | 'as'
  | 'category'
  | 'from'
  | 'to'
  | 'late'
  | 'open'
  | 'recurrence'
  | 'returned'
  | 'reopened'
  | 'desk'
  | 'due'
  | 'archived'
  | 'measure'
  | 'at'
  | 'sort'

/** A field of the kind itself, by which its lists are narrowed. */
export type FieldFilter = `f.${string}`

export type Filters = Readonly<Partial<Record<FilterName, string>>> & {
  readonly [name: FieldFilter]: string
}

export type SetFilters = (
  changes: Readonly<Partial<Record<FilterName | FieldFilter, string | undefined>>>,
) => void

const names: readonly FilterName[] = [
  'q',
  'number',
  'phone',
  'state',
  'unit',
  'party',
  'area',
  'as',
  'category',
  'from',
  'to',
  'late',
  'open',
  'recurrence',
  'returned',
  'reopened',
  'desk',
  'due',
  'archived',
  'measure',
  'at',
  'sort',
]

/** What of an address is filters; anything else in it belongs to the screen. */
export function filtersIn(values: Readonly<Record<string, string>>): Filters {
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => value !== '' && isFilter(name)),
  )
}

function isFilter(name: string): boolean {
  return name.startsWith('f.') || names.some((one) => one === name)
}

/** The changes that empty every filter, those of the kind's own fields included. */
export function clearing(
  filters: Filters = {},
): Readonly<Partial<Record<FilterName | FieldFilter, undefined>>> {
  return Object.fromEntries([...names, ...Object.keys(filters)].map((name) => [name, undefined]))
}

export function countOf(filters: Filters): number {
  return Object.keys(filters).filter((name) => name !== 'sort').length
}

/** One box for what people have in hand: a number, a telephone, or words. */
export function filterFor(typed: string): Filters {
  const text = typed.trim()
  if (text === '') return {}
  const compact = text.replace(/[\s-]/g, '')
  if (/^(?:\+?86)?1[3-9]\d{9}$/.test(compact) || /^0\d{9,11}$/.test(compact))
    return { phone: compact }
  // Numbers of cases carry digits and at most a few letters, never a Chinese character.
  if (/^[A-Za-z]{0,4}\d[\dA-Za-z-]{5,}$/.test(text)) return { number: text }
  return { q: text }
}
