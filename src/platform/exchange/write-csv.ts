import iconv from 'iconv-lite'
import { guardCell } from './cell-guard.ts'
import { batchesOf, type Cell, type SheetOut } from './sheet.ts'
import type { Encoding } from './text-file.ts'

/**
 * A sheet as CSV, batch by batch. UTF-8 begins with a byte order mark, without which Excel reads it
 * as GBK; GB18030 is for the older systems that want it. Text that a spreadsheet would run as a
 * formula is guarded; numbers, negative ones too, stay numbers.
 */
export async function* writeCsv(
  sheet: SheetOut,
  encoding: Encoding = 'utf-8',
): AsyncGenerator<Buffer> {
  const head = [
    ...(sheet.note === undefined ? [] : [[sheet.note]]),
    sheet.columns.map(({ label }) => label),
  ]
  yield iconv.encode(head.map(lineOf).join(''), encoding, { addBOM: encoding === 'utf-8' })
  for await (const batch of batchesOf(sheet))
    yield iconv.encode(batch.map(lineOf).join(''), encoding)
}

function lineOf(cells: readonly Cell[]): string {
  return `${cells.map(fieldOf).join(',')}\r\n`
}

function fieldOf(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const guarded = guardCell(cell)
  return /[",\r\n]|^\s|\s$/u.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
