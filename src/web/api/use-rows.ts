import { useInfiniteQuery } from '@tanstack/react-query'
import { get, type Params } from './client.ts'
import type { RecordRow, Rows } from './types.ts'

export type RowsQuery = {
  readonly rows: readonly RecordRow[]
  /** Exact up to a thousand, null beyond. */
  readonly total: number | null | undefined
  /** How often the records were counted, of a list behind a number. */
  readonly times?: number | null | undefined
  /** What is to be known of how they were found. */
  readonly note?: string | undefined
  readonly isLoading: boolean
  readonly isFetching: boolean
  readonly error: Error | null
  readonly hasMore: boolean
  readonly more: () => void
  readonly retry: () => void
}

/** A list of records, page after page by the key of the last row. */
export function useRows(kind: string, filters: Params): RowsQuery {
  const query = useInfiniteQuery({
    queryKey: ['rows', kind, filters],
    queryFn: ({ pageParam }) =>
      get<Rows>(`/api/records/${kind}`, { limit: 50, ...filters, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
  })
  return {
    rows: query.data?.pages.flatMap((page) => page.rows) ?? [],
    total: query.data?.pages[0]?.total,
    times: query.data?.pages[0]?.times,
    note: query.data?.pages[0]?.note,
    isLoading: query.isLoading,
    isFetching: query.isFetching,
    error: query.error,
    hasMore: query.hasNextPage,
    more: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
  }
}
