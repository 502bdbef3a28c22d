import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { get } from './client.ts'
import { indexDirectory, type WebDirectory, type WireDirectory } from './directory.ts'
import type { KindView, ListOption } from './types.ts'

const directoryQuery = queryOptions({
  queryKey: ['directory'],
  queryFn: async () => indexDirectory(await get<WireDirectory>('/api/directory')),
  staleTime: 10 * 60_000,
})
const kindsQuery = queryOptions({
  queryKey: ['kinds'],
  queryFn: async () =>
    new Map((await get<readonly KindView[]>('/api/kinds')).map((kind) => [kind.name, kind])),
  staleTime: Infinity,
})
const listsQuery = queryOptions({
  queryKey: ['lists'],
  queryFn: () => get<Lists>('/api/lists'),
  staleTime: 10 * 60_000,
})

export type Kinds = ReadonlyMap<string, KindView>
export type Lists = Readonly<Record<string, readonly ListOption[]>>

/** Areas and units of the city, indexed once. */
export function useDirectory(): WebDirectory {
  return useSuspenseQuery(directoryQuery).data
}

/** What the kinds declare. */
export function useKinds(): Kinds {
  return useSuspenseQuery(kindsQuery).data
}

/** The city's lists of choices: categories, grounds, domains. */
export function useLists(): Lists {
  return useSuspenseQuery(listsQuery).data
}

/** Asks for all of these at once, before the first page asks for them one after the other. */
export function useReferenceAhead(wanted: boolean): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (!wanted) return
    void queries.prefetchQuery(directoryQuery)
    void queries.prefetchQuery(kindsQuery)
    void queries.prefetchQuery(listsQuery)
  }, [queries, wanted])
}
