import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { get, post } from '../api/client.ts'
import type { NoticeRow } from '../api/types.ts'
import { meQuery } from '../api/use-me.ts'

type Notices = {
  readonly unread: number
  readonly rows: readonly NoticeRow[]
  readonly next?: string
}

/** What one's unit was told of, newest first. */
export function useNotices(wanted: boolean) {
  const queries = useQueryClient()
  const query = useInfiniteQuery({
    queryKey: ['notices'],
    queryFn: ({ pageParam }) => get<Notices>('/api/notices', { cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    enabled: wanted,
  })
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? []
  const markRead = async () => {
    const [newest] = rows
    if (newest === undefined) return
    await post('/api/notices/read', { upto: newest.id })
    await queries.invalidateQueries({ queryKey: ['notices'] })
    await queries.invalidateQueries({ queryKey: meQuery.queryKey })
  }
  return {
    rows,
    unread: query.data?.pages[0]?.unread ?? 0,
    isLoading: query.isLoading,
    error: query.error,
    hasMore: query.hasNextPage,
    more: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
    markRead,
  }
}
