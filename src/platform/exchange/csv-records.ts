import { finished } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'

export type CsvRecord = {
  /** The line of the file on which the record begins, from 1. */
  readonly line: number
  /** The row a spreadsheet shows it on: a cell of several lines is still one row. */
  readonly row: number
  readonly cells: readonly string[]
}

/** The rest of the file cannot be told apart into records. */
export type CsvBroken = { readonly line: number; readonly broken: string }

/** The records of a CSV text as they come; a cell is never anything but text. Empty lines are left out. */
export async function* csvRecords(
  text: AsyncIterable<string>,
): AsyncGenerator<CsvRecord | CsvBroken> {
  const read: CsvRecord[] = []
  let line = 1
  let row = 0
  const parser = parse({
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_RECORD,
    // Taken here and not from the stream, which at an error drops the good records before it.
    on_record: (cells: readonly string[], { lines }) => {
      row += 1
      if (cells.some((cell) => cell.trim() !== '')) read.push({ line, row, cells })
      line = lines + 1
      return null
    },
  })
  const ended = finished(parser.resume())
  // It may end with a fault while the text is still being waited for; it is awaited further down.
  ended.catch(() => undefined)
  for await (const piece of text) {
    if (parser.destroyed) break
    parser.write(piece)
    yield* read.splice(0)
  }
  if (!parser.destroyed) parser.end()
  try {
    await ended
    yield* read.splice(0)
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault
    yield* read.splice(0)
    yield { line, broken: `第 ${line} 行起有引号没有成对,其后的内容未读` }
  }
}

/** No honest row is longer; an unpaired quote would otherwise take the whole file into memory. */
const LONGEST_RECORD = 1_000_000
