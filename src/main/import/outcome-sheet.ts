import type { SheetOut } from '../../platform/exchange/sheet.ts'
import type { Outcome } from './import-appeals.ts'

/** What may be suggested for a row, with reasons. */
export type Suggested = {
  readonly category?: string | undefined
  readonly unit?: string | undefined
  readonly because?: string | undefined
}

const results: Readonly<Record<Outcome['result'], string>> = {
  taken: '已导入',
  known: '早已导入',
  changed: '内容有改动',
  refused: '未导入',
}

/** The report of an import: every row, what became of it and why, and for those taken who seems
 *  responsible. Suggestions are for a person to confirm at dispatch. */
export function outcomeSheet(
  outcomes: readonly Outcome[],
  suggested: ReadonlyMap<number, Suggested>,
): SheetOut {
  return {
    columns: [
      { key: 'line', label: '行号' },
      { key: 'sourceNumber', label: '编号' },
      { key: 'result', label: '结果' },
      { key: 'says', label: '原因' },
      { key: 'category', label: '建议类别' },
      { key: 'unit', label: '建议单位' },
      { key: 'because', label: '建议理由' },
    ],
    rows: outcomes.map((outcome) => {
      const { line, sourceNumber, result, says } = outcome
      return { line, sourceNumber, result: results[result], says, ...suggested.get(line) }
    }),
  }
}
