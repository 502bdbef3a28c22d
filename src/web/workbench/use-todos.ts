import {
  keepPreviousData,
  useInfiniteQuery,
  useQueryClient,
  type InfiniteData,
} from '@tanstack/react-query'
import { get } from '../api/client.ts'
import type { TodoGroup, TodoRow, Todos } from '../api/types.ts'

export type TodoFilter = {
  readonly group?: string | undefined
  readonly kind?: string | undefined
  readonly mine?: string | undefined
}

export type TodosQuery = {
  readonly rows: readonly TodoRow[]
  readonly groups: Readonly<Record<TodoGroup, number>> | undefined
  readonly isLoading: boolean
  readonly isFetching: boolean
  readonly error: Error | null
  readonly hasMore: boolean
  readonly more: () => void
  readonly retry: () => void
  /** A to-do that was done leaves at once; the server's list follows. */
  readonly forget: (record: string, command: string) => void
}

/** Everything expected from the post one acts in, whatever its kind. */
export function useTodos(filter: TodoFilter): TodosQuery {
  const queries = useQueryClient()
  const query = useInfiniteQuery({
    queryKey: ['todos', filter],
    queryFn: ({ pageParam }) => get<Todos>('/api/todos', { ...filter, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
    refetchInterval: 60_000,
    placeholderData: keepPreviousData,
  })
  return {
    rows: query.data?.pages.flatMap((page) => page.rows) ?? [],
    groups: query.data?.pages[0]?.groups,
    isLoading: query.isLoading,
    isFetching: query.isFetching,
    error: query.error,
    hasMore: query.hasNextPage,
    more: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
    forget: (record, command) =>
      queries.setQueriesData<InfiniteData<Todos>>({ queryKey: ['todos'] }, (data) =>
        data === undefined
          ? undefined
          : { ...data, pages: data.pages.map((page) => without(page, record, command)) },
      ),
  }
}

function without(page: Todos, record: string, command: string): Todos {
  return {
    ...page,
    rows: page.rows.filter((row) => row.record.id !== record || row.command !== command),
  }
}
