import { setImmediate } from 'node:timers/promises'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { readSheet } from 'read-excel-file/node'
import writeXlsxFile, { type Row, type Sheet } from 'write-excel-file/node'
import { type Cell, cellOf } from './sheet.ts'
import type { FromWorkbook, SheetTask, ToWorkbook, WorkbookTask } from './workbook-task.ts'
import { xlsxText } from './xlsx-text.ts'

const BATCH = 500
const wrong = { backgroundColor: '#FDE2E0' } as const

/**
 * A thread of its own: a workbook is zipped XML made and read in one piece, which for tens of
 * thousands of rows takes seconds that nobody's click should wait for.
 */
if (parentPort !== null) await work(parentPort, workerData)

async function work(port: MessagePort, task: WorkbookTask): Promise<void> {
  const say = (message: FromWorkbook): void => port.postMessage(message)
  if (task.do === 'read') await read(task.bytes, say)
  else say({ bytes: await write(task.sheets, await rowsFrom(port)) })
}

async function read(bytes: Uint8Array, say: (message: FromWorkbook) => void): Promise<void> {
  try {
    const data: readonly (readonly unknown[])[] = await readSheet(Buffer.from(bytes), {
      trim: false,
    })
    for (let from = 0; from < data.length; from += BATCH) {
      say({ rows: data.slice(from, from + BATCH).map((row) => row.map(readCell)) })
      // All at once they would arrive as one long turn of the other thread.
      await setImmediate()
    }
    say({ end: true })
  } catch (fault) {
    // The library names what is wrong with the file by such classes; anything else is our fault.
    const named = fault instanceof Error && /^Invalid(Input|Spreadsheet)Error$/.test(fault.name)
    if (!named) throw fault
    say({ refused: '文件不是完好的 Excel 工作簿(.xlsx),请用 Excel 或 WPS 重新另存后再试' })
  }
}

/** A cell formatted as a date is the wall time the person typed, kept as text. */
function readCell(value: unknown): Cell {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return cellOf(value)
  }
  if (!(value instanceof Date) || Number.isNaN(value.getTime())) return null
  const [day = '', time = ''] = value.toISOString().split(/[T.]/)
  return time === '00:00:00' ? day : `${day} ${time}`
}

type Rows = readonly (readonly Cell[])[]

/** The rows of each sheet, by its place. */
function rowsFrom(port: MessagePort): Promise<readonly Rows[]> {
  return new Promise((resolve) => {
    const sheets: (readonly Cell[])[][] = []
    port.on('message', (message: ToWorkbook) => {
      if ('rows' in message) (sheets[message.sheet] ??= []).push(...message.rows)
      else resolve(sheets)
    })
  })
}

async function write(sheets: readonly SheetTask[], rows: readonly Rows[]): Promise<Uint8Array> {
  const written = sheets.map((sheet, place) => writtenSheet(sheet, rows[place] ?? []))
  return await writeXlsxFile(written).toBuffer()
}

function writtenSheet(task: SheetTask, rows: Rows): Sheet<Buffer> {
  const bold = (text: string) => ({ value: xlsxText(text), fontWeight: 'bold' }) as const
  const head: Row[] = [
    ...(task.note === undefined ? [] : [[bold(task.note)]]),
    task.labels.map((label) => bold(label)),
  ]
  const isMarked = (row: readonly Cell[]) => (row[task.marks ?? -1] ?? null) !== null
  const body = rows.map((row) => row.map(isMarked(row) ? markedCell : writtenCell))
  return {
    data: [...head, ...body],
    columns: task.widths.map((width) => (width === null ? {} : { width })),
    stickyRowsCount: head.length,
    ...(task.name === undefined ? {} : { sheet: task.name }),
  }
}

/** The whole row is coloured, its empty cells too. */
function markedCell(cell: Cell): Row[number] {
  if (cell === null) return wrong
  return typeof cell === 'string'
    ? { value: xlsxText(cell), type: String, ...wrong }
    : { value: cell, type: Number, ...wrong }
}

/** Text is written as text, never as a formula, whatever it begins with. */
function writtenCell(cell: Cell): Row[number] {
  return typeof cell === 'string' ? { value: xlsxText(cell), type: String } : cell
}
