import type { RowsQuery } from '../api/use-rows.ts'

/** How many there are, as exactly as it is known; behind a number also how often they count. */
export function totalText({
  total,
  times,
  isLoading,
  rows,
}: Pick<RowsQuery, 'total' | 'times' | 'isLoading' | 'rows'>): string {
  if (isLoading) return '正在查找'
  if (total === undefined) return `已显示 ${rows.length} 件`
  if (total === null) return `1000 件以上，已显示 ${rows.length} 件`
  const counted =
    times === undefined || times === null || times === total ? '' : `（计 ${times} 次）`
  return total > rows.length
    ? `共 ${total} 件${counted}，已显示 ${rows.length} 件`
    : `共 ${total} 件${counted}`
}
