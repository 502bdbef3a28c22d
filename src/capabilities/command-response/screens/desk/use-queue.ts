import { useInfiniteQuery } from '@tanstack/react-query'
import { get } from '../../../../web/api/client.ts'
import type { TodoRow, Todos } from '../../../../web/api/types.ts'

export type QueueQuery = {
  readonly rows: readonly TodoRow[]
  readonly isLoading: boolean
  readonly error: Error | null
  readonly hasMore: boolean
  readonly isFetchingMore: boolean
  readonly more: () => void
  readonly retry: () => void
}

/** Everything about appeals that waits for this desk, the most pressing first. */
export function useQueue(): QueueQuery {
  const query = useInfiniteQuery({
    queryKey: ['todos', 'desk'],
    queryFn: ({ pageParam }) =>
      get<Todos>('/api/todos', { kind: 'resident-appeal', limit: 100, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    refetchInterval: 30_000,
  })
  return {
    rows: query.data?.pages.flatMap((page) => page.rows) ?? [],
    isLoading: query.isLoading,
    error: query.error,
    hasMore: query.hasNextPage,
    isFetchingMore: query.isFetchingNextPage,
    more: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
  }
}
