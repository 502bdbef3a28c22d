import { useState } from 'react'
import type { TodoRow } from '../api/types.ts'
import { rowKey } from './groups.ts'

export type Checked = {
  readonly checked: ReadonlySet<string>
  /** Only those that are still there: what was done meanwhile falls out by itself. */
  readonly checkedRows: readonly TodoRow[]
  readonly check: (row: TodoRow, on: boolean) => void
  readonly clear: () => void
}

/** The rows ticked for one step together; all of the same step. */
export function useChecked(rows: readonly TodoRow[]): Checked {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  const checkedRows = rows.filter((row) => keys.has(rowKey(row)))
  const check = (row: TodoRow, on: boolean) => {
    const first = checkedRows[0]
    if (on && first !== undefined && first.command !== row.command) return
    const next = new Set(keys)
    if (on) next.add(rowKey(row))
    else next.delete(rowKey(row))
    setKeys(next)
  }
  return {
    checked: new Set(checkedRows.map(rowKey)),
    checkedRows,
    check,
    clear: () => setKeys(new Set()),
  }
}
