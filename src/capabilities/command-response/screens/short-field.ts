import type { RecordRow } from '../../../web/api/types.ts'

/** The readable text of a short field that a list row carries beside what every row has. */
export function shortField(
  row: RecordRow & { readonly fields?: Readonly<Record<string, string>> },
  name: string,
): string {
  return row.fields?.[name] ?? '—'
}
