import type { RowsQuery } from '../../../../web/api/use-rows.ts'

/** How many there are, as exactly as it is known. */
export function totalText({
  total,
  isLoading,
  rows,
}: Pick<RowsQuery, 'total' | 'isLoading' | 'rows'>): string {
  if (isLoading) return '正在查找'
  if (total === undefined) return `已显示 ${rows.length} 件`
  if (total === null) return `1000 件以上，已显示 ${rows.length} 件`
  return total > rows.length ? `共 ${total} 件，已显示 ${rows.length} 件` : `共 ${total} 件`
}
