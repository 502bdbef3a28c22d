import { setImmediate } from 'node:timers/promises'
import { unguardCell } from './cell-guard.ts'
import { csvRecords } from './csv-records.ts'
import type { Cell } from './sheet.ts'
import { openText, UNREADABLE } from './text-file.ts'
import { readWorkbook } from './workbook.ts'

/** A column the reader expects, by the label it was written under. */
export type AskedColumn = {
  readonly label: string
  /** No row may leave it empty. Only such a column must be there at all. */
  readonly required?: boolean
  readonly number?: boolean
}

export type ReadRow = {
  readonly line: number
  /** By label. An empty cell is absent. */
  readonly cells: { readonly [label: string]: string | number }
}

export type SheetProblem = {
  readonly line: number
  readonly label?: string
  /** A sentence that names line and column. */
  readonly reason: string
}

export type SheetIn = {
  /** The rows without a problem. */
  readonly rows: readonly ReadRow[]
  readonly problems: readonly SheetProblem[]
  /** Headers nobody asked for: their cells were not read. */
  readonly ignored: readonly string[]
  /** Columns that could have been there: nothing is known of them, which is not the same as empty. */
  readonly missing: readonly string[]
}

export type SheetAsked = { readonly columns: readonly AskedColumn[]; readonly mostRows?: number }

/** Reads a sheet from a workbook or a CSV in either encoding, told apart by its first bytes. */
export async function readSheet(bytes: Uint8Array, asked: SheetAsked): Promise<SheetIn> {
  const file = await openSheet(bytes, asked.columns)
  return file.ok
    ? readRows(file.header, file.lines, asked)
    : { rows: [], problems: file.problems, ...unread }
}

export type OpenedSheet =
  | {
      readonly ok: true
      readonly header: Line
      /** What stood above the header. */
      readonly above: readonly Line[]
      readonly lines: readonly Line[]
    }
  | { readonly ok: false; readonly problems: readonly SheetProblem[] }

/** The lines of a sheet as they stand, once its header is known to be of the columns asked for. */
export async function openSheet(
  bytes: Uint8Array,
  columns: readonly AskedColumn[],
): Promise<OpenedSheet> {
  const file = isZip(bytes) ? await workbookLines(bytes) : await csvLines(bytes)
  if (!file.ok) return { ok: false, problems: [{ line: 1, reason: file.reason }] }
  const header = findHeader(file.lines, columns)
  if (header === undefined) {
    const labels = columns.map(({ label }) => label).join('、')
    return { ok: false, problems: [{ line: 1, reason: `找不到表头,应有:${labels}` }] }
  }
  const wrong = wrongHeader(header, columns)
  if (wrong.length > 0) return { ok: false, problems: wrong }
  const at = file.lines.indexOf(header)
  return {
    ok: true,
    header,
    above: file.lines.slice(0, at),
    lines: file.lines.slice(at + 1),
  }
}

const unread = { ignored: [], missing: [] }

export type Line = { readonly line: number; readonly cells: readonly Cell[] }
type Lines =
  | { readonly ok: true; readonly lines: readonly Line[] }
  | { readonly ok: false; readonly reason: string }

export const MOST_ROWS = 50_000
const PIECE = 65_536
const TURN = 1_000

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}

async function workbookLines(bytes: Uint8Array): Promise<Lines> {
  const file = await readWorkbook(bytes)
  if (!file.ok) return file
  const lines = file.rows.map((cells, at) => ({ line: at + 1, cells }))
  return { ok: true, lines: lines.filter(({ cells }) => cells.some((cell) => cell !== null)) }
}

async function csvLines(bytes: Uint8Array): Promise<Lines> {
  const file = await openText(inTurns(bytes))
  if (!file.ok) return file
  const lines: Line[] = []
  for await (const record of csvRecords(file.text)) {
    if ('broken' in record) return { ok: false, reason: record.broken }
    lines.push({ line: record.row, cells: record.cells.map(unguardCell) })
  }
  return { ok: true, lines }
}

/** A large file is taken in pieces, so that others have their turn between. */
async function* inTurns(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += PIECE) {
    yield bytes.subarray(from, from + PIECE)
    await setImmediate()
  }
}

/** A notice may stand before it: of the first lines, the one that knows the most labels. */
function findHeader(lines: readonly Line[], columns: readonly AskedColumn[]): Line | undefined {
  const known = new Set(columns.map(({ label }) => label))
  const score = ({ cells }: Line): number => cells.filter((cell) => known.has(labelOf(cell))).length
  const [best] = lines.slice(0, 5).sort((a, b) => score(b) - score(a))
  return best !== undefined && score(best) > 0 ? best : undefined
}

/** A template marks what must be filled in by a star behind the label. */
export function labelOf(cell: Cell | undefined): string {
  return String(cell ?? '')
    .replace(/[\s*＊]+$/u, '')
    .trim()
}

function wrongHeader(header: Line, columns: readonly AskedColumn[]): readonly SheetProblem[] {
  const labels = header.cells.map(labelOf)
  const { line } = header
  return columns.flatMap(({ label, required }) => {
    const times = labels.filter((one) => one === label).length
    if (times > 1) return [{ line, label, reason: `表头有 ${times} 个「${label}」列` }]
    return times === 0 && required ? [{ line, label, reason: `表头缺少「${label}」列` }] : []
  })
}

async function readRows(header: Line, lines: readonly Line[], asked: SheetAsked): Promise<SheetIn> {
  const labels = header.cells.map(labelOf)
  const places = new Map(labels.map((label, place) => [label, place]))
  const known = new Set(asked.columns.map(({ label }) => label))
  const rows: ReadRow[] = []
  const problems: SheetProblem[] = []
  const mostRows = asked.mostRows ?? MOST_ROWS
  const beyond = lines[mostRows]
  if (beyond !== undefined) {
    const reason = `最多 ${mostRows} 行,第 ${beyond.line} 行起未读`
    problems.push({ line: beyond.line, reason })
  }
  for (const [at, { line, cells }] of lines.slice(0, mostRows).entries()) {
    if (at % TURN === 0) await setImmediate()
    const read = asked.columns.map((column) =>
      readCell(cells[places.get(column.label) ?? -1], column),
    )
    const wrong = read.filter((one) => 'reason' in one)
    if (wrong.length === 0) {
      const filled = read.flatMap((one) =>
        'value' in one ? [[one.label, one.value] as const] : [],
      )
      rows.push({ line, cells: Object.fromEntries(filled) })
    }
    for (const { label, reason } of wrong) {
      problems.push({ line, label, reason: `第 ${line} 行「${label}」列${reason}` })
    }
  }
  return {
    rows,
    problems,
    ignored: labels.filter((label) => label !== '' && !known.has(label)),
    missing: [...known].filter((label) => !places.has(label)),
  }
}

type ReadCell =
  | { readonly label: string; readonly value: string | number }
  | { readonly label: string; readonly reason: string }
  | { readonly label: string; readonly empty: true }

function readCell(cell: Cell | undefined, { label, required, number }: AskedColumn): ReadCell {
  const text = String(cell ?? '')
  if (text.trim() === '') return required ? { label, reason: '没有填' } : { label, empty: true }
  if (text.includes(UNREADABLE)) return { label, reason: '有无法识别的字符,请检查文件的编码' }
  if (!number) return { label, value: text }
  const value = Number(text.normalize('NFKC').replaceAll(/[\s,]/g, ''))
  if (Number.isFinite(value)) return { label, value }
  return { label, reason: `的「${[...text].slice(0, 20).join('')}」不是数字` }
}
