import type { RecordRow } from '../../../../web/api/types.ts'

export type Filters = {
  readonly words: string
  readonly theme: string | undefined
  readonly district: string | undefined
}

export type Counted = { readonly value: string; readonly count: number }

export function factOf(row: RecordRow, name: string): string {
  return row.fields?.[name] ?? ''
}

export function numberIn(row: RecordRow, name: string): number {
  return Number(factOf(row, name) || '0')
}

/** The first step of the place: the district, or the city where there is none. */
export function districtOf({ place }: RecordRow): string {
  return place.split(' / ')[0] || '全市'
}

const searched = [
  'name',
  'theme',
  'problem',
  'mechanism',
  'result',
  'conditions',
  'origin',
  'aim',
  'host',
]

/** What a search leaves, the most learnt from first and of those the newest. */
export function found(rows: readonly RecordRow[], filters: Filters): readonly RecordRow[] {
  const words = filters.words.split(/\s+/).filter((word) => word !== '')
  return rows
    .filter(
      (row) =>
        (filters.theme === undefined || factOf(row, 'theme') === filters.theme) &&
        (filters.district === undefined || districtOf(row) === filters.district) &&
        words.every((word) =>
          [row.title, row.place, ...searched.map((name) => factOf(row, name))]
            .join(' ')
            .includes(word),
        ),
    )
    .toSorted(
      (a, b) =>
        numberIn(b, 'adopted') - numberIn(a, 'adopted') || (a.openedAt < b.openedAt ? 1 : -1),
    )
}

/** What a filter offers, with how many stand behind it. */
export function countedBy(
  rows: readonly RecordRow[],
  of: (row: RecordRow) => string,
): readonly Counted[] {
  return [...Map.groupBy(rows, of)]
    .filter(([value]) => value !== '')
    .map(([value, own]) => ({ value, count: own.length }))
    .toSorted((a, b) => b.count - a.count || a.value.localeCompare(b.value))
}
