import type { RecordRow } from '../../../web/api/types.ts'

export type DutyRow = RecordRow & { readonly fields?: Readonly<Record<string, string>> }

export type DutyFilters = {
  readonly words: string
  readonly type: string | undefined
  readonly lead: string | undefined
}

export type DutyBlock = { readonly name: string; readonly rows: readonly DutyRow[] }

/** What a filter offers, with how many items stand behind it. */
export type Counted = { readonly value: string; readonly count: number }

export function factOf(row: DutyRow, name: string): string {
  return row.fields?.[name] ?? ''
}

/** The items that a filter leaves, by block and in the order of their numbers. */
export function blocksOf(
  rows: readonly DutyRow[],
  filters: DutyFilters,
  order: readonly string[],
): readonly DutyBlock[] {
  const kept = rows.filter((row) => fits(row, filters)).toSorted(byNumber)
  const groups = Map.groupBy(kept, (row) => factOf(row, 'block'))
  const names = [...order, ...[...groups.keys()].filter((name) => !order.includes(name))]
  return names.flatMap((name) => {
    const own = groups.get(name)
    return own === undefined ? [] : [{ name, rows: own }]
  })
}

export function countedBy(rows: readonly DutyRow[], name: string): readonly Counted[] {
  const groups = Map.groupBy(rows, (row) => factOf(row, name))
  return [...groups]
    .filter(([value]) => value !== '')
    .map(([value, own]) => ({ value, count: own.length }))
    .toSorted((one, other) => other.count - one.count || one.value.localeCompare(other.value))
}

function fits(row: DutyRow, { words, type, lead }: DutyFilters): boolean {
  if (type !== undefined && factOf(row, 'type') !== type) return false
  if (lead !== undefined && factOf(row, 'lead') !== lead) return false
  const all = [row.title, ...searched.map((name) => factOf(row, name))].join(' ')
  return words
    .split(/\s+/)
    .filter((word) => word !== '')
    .every((word) => all.includes(word))
}

const searched = ['number', 'basis', 'keywords', 'cooperating', 'lead', 'categories']

/** '3.9' comes before '3.12'. */
function byNumber(one: DutyRow, other: DutyRow): number {
  const [first, second] = [partsOf(one), partsOf(other)]
  return (first[0] ?? 0) - (second[0] ?? 0) || (first[1] ?? 0) - (second[1] ?? 0)
}

function partsOf(row: DutyRow): readonly number[] {
  return factOf(row, 'number').split('.').map(Number)
}
