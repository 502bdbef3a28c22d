import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { get } from './client.ts'
import type { Me } from './types.ts'

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => get<Me>('/api/me'),
  staleTime: 60_000,
  refetchInterval: 60_000,
})

/** Who is signed in, in which post. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data
}

/** Everything seen was seen from the former post. */
export function useEnterAs(): (me: Me) => void {
  const queries = useQueryClient()
  return useCallback(
    (me: Me) => {
      queries.setQueryData(meQuery.queryKey, me)
      void queries.invalidateQueries({
        predicate: ({ queryKey }) => !lasting.has(String(queryKey[0])),
      })
    },
    [queries],
  )
}

const lasting = new Set(['me', 'kinds', 'lists', 'directory'])
