import type { TodoRow } from '../../../../web/api/types.ts'

/** What waits at a dispatch desk, by what it waits for. */
export const queueGroups = [
  { name: 'dispatch', label: '待派单', empty: '没有等着派单的诉求' },
  { name: 'redispatch', label: '退单待审', empty: '没有等着审核的退单' },
  { name: 'grantExtension', label: '延期待批', empty: '没有等着批的延期申请' },
] as const

export type QueueGroup = (typeof queueGroups)[number]['name']

export function groupNamed(name: string | undefined): QueueGroup {
  return queueGroups.find((group) => group.name === name)?.name ?? 'dispatch'
}

export function rowsOf(group: QueueGroup, todos: readonly TodoRow[]): readonly TodoRow[] {
  return todos.filter((todo) => todo.command === group && todo.party === undefined)
}

/** The one to turn to when the present one is done: the next, or the last one left above it. */
export function nextAfter(id: string, rows: readonly TodoRow[]): string | undefined {
  const at = rows.findIndex((row) => row.record.id === id)
  if (at < 0) return rows[0]?.record.id
  return (rows[at + 1] ?? rows[at - 1])?.record.id
}

export function stepFrom(
  id: string | undefined,
  rows: readonly TodoRow[],
  by: 1 | -1,
): string | undefined {
  const at = rows.findIndex((row) => row.record.id === id)
  const to = at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))
  return rows[to]?.record.id
}
