import type { AppealReading } from './read-appeals.ts'
import { writeCsv } from './write-csv.ts'

/** The rows of a file that were not taken and why, as a CSV that spreadsheets open. */
export async function* writeNotTaken(
  readings: Iterable<AppealReading> | AsyncIterable<AppealReading>,
): AsyncGenerator<Buffer> {
  yield* writeCsv({ columns, rows: rowsOf(readings) })
}

const columns = [
  { key: 'line', label: '行号' },
  { key: 'sourceNumber', label: '编号' },
  { key: 'reason', label: '未导入的原因' },
] as const

async function* rowsOf(readings: Iterable<AppealReading> | AsyncIterable<AppealReading>) {
  for await (const reading of readings) {
    if (reading.ok) continue
    const { line, sourceNumber, reason } = reading
    yield { line, sourceNumber, reason }
  }
}
