import { addDays, dayOf, instantOf, weekdayOf } from '../../kernel/time.ts'
import type { TodoGroup, TodoRow } from '../api/types.ts'

export const groupLabels: Readonly<Record<TodoGroup, string>> = {
  late: '已超时',
  today: '今天',
  week: '本周',
  later: '以后',
}
export const groupNames: readonly TodoGroup[] = ['late', 'today', 'week', 'later']

/** Under which heading a to-do stands. The week ends on Sunday; what has no limit can wait. */
function groupOf(row: Pick<TodoRow, 'due' | 'late'>, today: string): TodoGroup {
  if (row.late) return 'late'
  const due = row.due === undefined ? undefined : instantOf(row.due)
  if (due === undefined) return 'later'
  const day = dayOf(due)
  if (day <= today) return 'today'
  return day <= addDays(today, (7 - weekdayOf(today)) % 7) ? 'week' : 'later'
}

/** The rows under their headings, in the order the server gave them; no empty headings. */
export function grouped(
  rows: readonly TodoRow[],
  today: string,
): readonly { readonly group: TodoGroup; readonly rows: readonly TodoRow[] }[] {
  const found = Map.groupBy(rows, (row) => groupOf(row, today))
  return groupNames.flatMap((group) => {
    const own = found.get(group)
    return own === undefined ? [] : [{ group, rows: own }]
  })
}

/** One record may ask several things of a unit: each is a to-do of its own. */
export function rowKey({ record, command, party }: TodoRow): string {
  const of = party === undefined ? '' : `/${party.role}/${party.unit}`
  return `${record.id}${of}/${command}`
}

/** The row to go to: `by` steps on, stopping at either end; the first where none is chosen. */
export function step(
  rows: readonly TodoRow[],
  key: string | undefined,
  by: number,
): TodoRow | undefined {
  const at = rows.findIndex((row) => rowKey(row) === key)
  if (at < 0) return rows[0]
  return rows[Math.min(rows.length - 1, Math.max(0, at + by))]
}

/** Where the hand goes when a row has left: the one that came after it, or the one before. */
export function nextAfter(rows: readonly TodoRow[], key: string): TodoRow | undefined {
  const at = rows.findIndex((row) => rowKey(row) === key)
  if (at < 0) return rows[0]
  return rows[at + 1] ?? rows[at - 1]
}
