import {
  type AskedColumn,
  type Line,
  MOST_ROWS,
  openSheet,
  labelOf,
} from '../../exchange/read-sheet.ts'
import { UNREADABLE } from '../../exchange/text-file.ts'
import type { SheetAt } from './at.ts'
import { ownArea } from './at.ts'
import { cellAt, type PlacedColumn, placeKey } from './columns.ts'
import { loadLookups } from './lookups.ts'
import { type Lookups, readCell } from './read-cell.ts'

/** What is wrong with a row, and under which header; without one it is the row as a whole. */
export type RowProblem = { readonly column: string; readonly says: string }

/** A row of the sheet in values: which columns the sheet has, and what the row says in them. */
export type RowIn = {
  readonly line: number
  readonly area: number
  readonly values: Readonly<Record<string, unknown>>
  readonly problems: readonly RowProblem[]
}

export type SheetRows =
  | {
      readonly ok: true
      readonly rows: readonly RowIn[]
      /** Keys of the columns there are: of others nothing is known, which is not the same as empty. */
      readonly told: ReadonlySet<string>
      readonly header: Line
      readonly above: readonly Line[]
      readonly lines: readonly Line[]
    }
  | { readonly ok: false; readonly says: string }

/** The rows of an uploaded sheet, each cell read as what its column declares. */
export async function readRows(at: SheetAt, bytes: Uint8Array): Promise<SheetRows> {
  const asked: readonly AskedColumn[] = at.columns.map(({ label, required }) => ({
    label,
    required,
  }))
  const file = await openSheet(bytes, asked)
  if (!file.ok) return { ok: false, says: file.problems.map(({ reason }) => reason).join('；') }
  const { header, above, lines } = file
  const beyond = lines[MOST_ROWS]
  if (beyond !== undefined)
    return { ok: false, says: `一次最多导入 ${MOST_ROWS} 行，请分成几个文件` }
  const labels = header.cells.map(labelOf)
  const columns = at.columns.flatMap((column) => {
    const place = labels.indexOf(column.label)
    return place < 0 ? [] : [{ ...column, place }]
  })
  const lookups = await loadLookups(at, { columns, lines })
  const rows = lines.map(({ line, cells }) => rowIn(at, { line, cells, columns, lookups }))
  return { ok: true, rows, told: new Set(columns.map(({ key }) => key)), header, above, lines }
}

function rowIn(
  at: SheetAt,
  row: Line & { readonly columns: readonly PlacedColumn[]; readonly lookups: Lookups },
): RowIn {
  const values: Record<string, unknown> = {}
  const problems: RowProblem[] = []
  for (const { key, label, field, place } of row.columns) {
    const cell = cellAt(row.cells, place)
    if (cell === undefined) continue
    const read = String(cell).includes(UNREADABLE)
      ? { says: '有无法识别的字符，请检查文件的编码' }
      : readCell(field, cell, row.lookups)
    if ('says' in read) problems.push({ column: label, says: read.says })
    else values[key] = read.value
  }
  const { [placeKey]: area, ...own } = values
  return {
    line: row.line,
    area: typeof area === 'number' ? area : ownArea(at),
    values: own,
    problems,
  }
}
