import { type ColumnMapping, findColumns, usualColumns } from './appeal-columns.ts'
import { type AppealLimits, type AppealRow, readAppealRow, usualLimits } from './appeal-row.ts'
import { csvRecords } from './csv-records.ts'
import { openText } from './text-file.ts'

export type AppealReading = AppealTaken | AppealNotTaken

export type AppealTaken = { readonly line: number; readonly ok: true; readonly row: AppealRow }

export type AppealNotTaken = {
  readonly line: number
  readonly ok: false
  /** Where the row has one, so that it is found in the system it came from. */
  readonly sourceNumber?: string
  readonly reason: string
}

export type ReadAppealsOptions = {
  readonly mapping?: ColumnMapping
  readonly limits?: AppealLimits
  /** Told how many bytes have been read, for progress. */
  readonly onRead?: (bytes: number) => void
}

/**
 * Reads a CSV of appeals row by row, whatever its size: each row as an appeal, or why it is none.
 * A file that cannot be read at all is one reading that says so.
 */
export async function* readAppeals(
  bytes: AsyncIterable<Uint8Array>,
  options: ReadAppealsOptions = {},
): AsyncGenerator<AppealReading> {
  const file = await openText(counted(bytes, options.onRead))
  if (!file.ok) {
    yield { line: 1, ok: false, reason: file.reason }
    return
  }
  const records = csvRecords(file.text)
  const first = await records.next()
  if (first.done === true) {
    yield { line: 1, ok: false, reason: '文件是空的' }
  } else if ('broken' in first.value) {
    yield { line: first.value.line, ok: false, reason: first.value.broken }
  } else {
    yield* readRows(first.value.cells, records, options)
  }
}

async function* readRows(
  header: readonly string[],
  records: ReturnType<typeof csvRecords>,
  { mapping = usualColumns, limits = usualLimits }: ReadAppealsOptions,
): AsyncGenerator<AppealReading> {
  const columns = findColumns(header, mapping)
  if ('missing' in columns) {
    const reason = `表头缺少必需的列:${columns.missing};文件的表头是:${header.join('、')}`
    yield { line: 1, ok: false, reason }
    return
  }
  const lineOf = new Map<string, number>()
  for await (const record of records) {
    const { line } = record
    if ('broken' in record) {
      yield { line, ok: false, reason: record.broken }
      continue
    }
    const reading = readAppealRow(record.cells, columns, limits)
    if (!reading.ok) {
      yield notTaken(line, reading)
      continue
    }
    const { sourceNumber } = reading.row
    const earlier = lineOf.get(sourceNumber)
    if (earlier === undefined) {
      lineOf.set(sourceNumber, line)
      yield { line, ok: true, row: reading.row }
    } else {
      const header = columns.headers.get('sourceNumber') ?? 'sourceNumber'
      const reason = `「${header}」列的编号与第 ${earlier} 行重复`
      yield { line, ok: false, sourceNumber, reason }
    }
  }
}

function notTaken(
  line: number,
  { sourceNumber, reason }: { readonly sourceNumber: string; readonly reason: string },
): AppealNotTaken {
  return { line, ok: false, reason, ...(sourceNumber === '' ? {} : { sourceNumber }) }
}

async function* counted(
  bytes: AsyncIterable<Uint8Array>,
  onRead: ((bytes: number) => void) | undefined,
): AsyncGenerator<Uint8Array> {
  let read = 0
  for await (const chunk of bytes) {
    read += chunk.length
    onRead?.(read)
    yield chunk
  }
}
