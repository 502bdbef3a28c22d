import type { RecordRow } from '../api/types.ts'

/** The number that a record of a list carries in it, before the one it was filed under. */
export function labelOf(row: Pick<RecordRow, 'number' | 'title' | 'fields'>): string {
  return `${row.fields?.['number'] ?? row.number} ${row.title}`
}

/** Entries of a list that hold every word, in the order of their numbers: 3.4 before 3.12. */
export function entriesWith(words: string, rows: readonly RecordRow[]): readonly RecordRow[] {
  const wanted = words.split(/[\s,，、]+/u).filter((word) => word !== '')
  return rows
    .filter(({ is }) => is !== 'end')
    .filter((row) => {
      const text = `${labelOf(row)} ${Object.values(row.fields ?? {}).join(' ')}`
      return wanted.every((word) => text.includes(word))
    })
    .toSorted((a, b) => labelOf(a).localeCompare(labelOf(b), 'zh', { numeric: true }))
}
