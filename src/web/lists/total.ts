import type { RowsQuery } from '../api/use-rows.ts'

/** How many there are, as exactly as it is known; behind a number also how often they count. */
export function totalText(list: Pick<RowsQuery, 'isLoading' | 'note'> & Counted): string {
  if (list.isLoading) return '正在查找'
  return list.note === undefined ? countText(list) : `${countText(list)}（${list.note}）`
}

type Counted = Pick<RowsQuery, 'total' | 'times' | 'rows'>

function countText({ total, times, rows }: Counted): string {
  if (total === undefined) return `已显示 ${rows.length} 件`
  if (total === null) return `1000 件以上，已显示 ${rows.length} 件`
  const counted =
    times === undefined || times === null || times === total ? '' : `（计 ${times} 次）`
  return total > rows.length
    ? `共 ${total} 件${counted}，已显示 ${rows.length} 件`
    : `共 ${total} 件${counted}`
}
