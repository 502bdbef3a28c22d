import type { Cell } from './sheet.ts'

/** What the thread that reads and writes workbooks is started with. */
export type WorkbookTask =
  | { readonly do: 'read'; readonly bytes: Uint8Array }
  | { readonly do: 'write'; readonly sheets: readonly SheetTask[] }

export type SheetTask = {
  readonly name?: string
  readonly note?: string
  readonly labels: readonly string[]
  /** In characters; null where the label's own width will do. */
  readonly widths: readonly (number | null)[]
  /** The place of the column whose words colour their row. */
  readonly marks?: number
}

/** Rows go either way in batches, so that neither thread is held up by a message. */
export type ToWorkbook =
  | { readonly rows: readonly (readonly Cell[])[]; readonly sheet: number }
  | { readonly end: true }

export type FromWorkbook =
  | { readonly rows: readonly (readonly Cell[])[] }
  | { readonly end: true }
  | { readonly bytes: Uint8Array }
  | { readonly refused: string }
