import { setImmediate } from 'node:timers/promises'

export type CellValue = string | number | boolean | null | undefined

export type SheetColumn = {
  readonly key: string
  readonly label: string
  /** In characters. */
  readonly width?: number
}

export type SheetRow = { readonly [key: string]: CellValue }

/** A sheet to be written, in whatever form. */
export type SheetOut = {
  readonly columns: readonly SheetColumn[]
  readonly rows: Iterable<SheetRow> | AsyncIterable<SheetRow>
  /** Stands alone on the first line, as 演示数据 must. */
  readonly note?: string
  /** Of a workbook's sheet. */
  readonly name?: string
  /** The column that says what is wrong with a row: a row of which it says something is coloured. */
  readonly marks?: string
  /** Further sheets of the same workbook; a CSV has none. */
  readonly more?: readonly SheetOut[]
}

/** What a cell can hold: text and finite numbers. Empty text is no cell. */
export type Cell = string | number | null

/** Yes and no are written as people here write them. Half a character, which no file can hold, is marked. */
export function cellOf(value: CellValue): Cell {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value === 'boolean') return value ? '是' : '否'
  return value === undefined || value === null || value === '' ? null : value.toWellFormed()
}

/** The rows in batches: who makes or sends one batch at a time lets others have their turn between. */
export async function* batchesOf({
  columns,
  rows,
}: Pick<SheetOut, 'columns' | 'rows'>): AsyncGenerator<readonly (readonly Cell[])[]> {
  let batch: Cell[][] = []
  for await (const row of rows) {
    batch.push(columns.map(({ key }) => cellOf(row[key])))
    if (batch.length < BATCH) continue
    yield batch
    batch = []
    await setImmediate()
  }
  if (batch.length > 0) yield batch
}

const BATCH = 500
