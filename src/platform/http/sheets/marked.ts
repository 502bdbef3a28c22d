import type { CellValue, SheetOut, SheetRow } from '../../exchange/sheet.ts'
import type { SheetAt } from './at.ts'
import { allRows, type RowOutcome } from './job-rows.ts'
import { bytesOf, type Job } from './jobs.ts'
import { readRows, type RowProblem } from './rows.ts'

const problemKey = 'problems'

/** The sheet as it was uploaded, every row that was not taken coloured and its last cell saying why.
 *  It can be mended and brought in as it is. */
export async function markedSheet(at: SheetAt, job: Job): Promise<SheetOut | undefined> {
  const sheet = await readRows(at, await bytesOf(at.deps, job.id))
  if (!sheet.ok) return undefined
  const results = ['bad', 'refused'] as const
  const said = await allRows(at.deps, { job: job.id, results })
  const byLine = new Map(said.map((row) => [row.line, row]))
  const { header, above, lines } = sheet
  const width = Math.max(header.cells.length, ...lines.map(({ cells }) => cells.length))
  const labels = Array.from({ length: width }, (_, place) => String(header.cells[place] ?? ''))
  const kept = labels.flatMap((label, place) => (label === '问题' ? [] : [{ label, place }]))
  const note = above[0]?.cells.find((cell) => cell !== null)
  return {
    ...(note === undefined ? {} : { note: String(note) }),
    columns: [
      ...kept.map(({ label, place }) => ({ key: String(place), label, width: 18 })),
      { key: problemKey, label: '问题', width: 60 },
    ],
    marks: problemKey,
    rows: rowsOf(header.line, lines, (cells, line) => ({
      ...Object.fromEntries(kept.map(({ place }) => [String(place), cells[place] ?? null])),
      [problemKey]: problemsText(byLine.get(line)),
    })),
  }
}

/** Empty lines stay, so that the numbers of the others do. */
function rowsOf(
  from: number,
  lines: readonly { readonly line: number; readonly cells: readonly CellValue[] }[],
  rowAt: (cells: readonly CellValue[], line: number) => SheetRow,
): readonly SheetRow[] {
  const byLine = new Map(lines.map(({ line, cells }) => [line, cells]))
  const last = lines.at(-1)?.line ?? from
  return Array.from({ length: last - from }, (_, place) => {
    const line = from + 1 + place
    return rowAt(byLine.get(line) ?? [], line)
  })
}

export function problemsText(row: Pick<RowOutcome, 'problems'> | undefined): string {
  return (row?.problems ?? []).map(problemText).join('；')
}

function problemText({ column, says }: RowProblem): string {
  return column === '' ? says : `「${column}」${says}`
}
