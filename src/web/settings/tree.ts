import type { SettingRow } from './types.ts'

/** The rows right below a row, once they were fetched. */
export type Below = Readonly<Record<string, readonly SettingRow[]>>

export type TreeRow = SettingRow & { readonly children?: TreeRow[] }

/** Rows with what is known below them. An empty list of children can still be unfolded. */
export function grown(rows: readonly SettingRow[], below: Below): TreeRow[] {
  return rows.map((row) =>
    row.hasChildren === true ? { ...row, children: grown(below[row.id] ?? [], below) } : row,
  )
}
