import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { get, post } from '../api/client.ts'
import type { RecordRef } from '../api/types.ts'

export type DeputyView = {
  readonly id: string
  readonly deputy: string
  readonly of: string
  readonly unit: string
  readonly title: string
  readonly from: string
  readonly to?: string
  readonly state: 'now' | 'later' | 'past'
}

export type Deputies = {
  readonly post: { readonly id: string; readonly isDeputy: boolean }
  readonly may: readonly { readonly id: string; readonly name: string }[]
  readonly given: readonly DeputyView[]
  readonly taken: readonly DeputyView[]
}

export type DoneRow = {
  readonly id: string
  readonly at: string
  readonly does: string
  readonly kind: string
  readonly record?: RecordRef
}

const key = ['deputies']

export function useDeputies() {
  return useQuery({ queryKey: key, queryFn: () => get<Deputies>('/api/deputies') })
}

/** Names a deputy or ends one; what one may do as whom is read anew. */
export function useChangeDeputy() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ path, body = {} }: { readonly path: string; readonly body?: object }) =>
      post<Deputies>(`/api/deputies${path}`, body),
    onSuccess: async (data) => {
      queries.setQueryData(key, data)
      await queries.invalidateQueries({ queryKey: ['me'] })
    },
  })
}

export function useDone(id: string) {
  return useInfiniteQuery({
    queryKey: [...key, id, 'done'],
    queryFn: ({ pageParam }) =>
      get<{ readonly rows: readonly DoneRow[]; readonly next?: string }>(
        `/api/deputies/${id}/done`,
        { cursor: pageParam },
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
  })
}
