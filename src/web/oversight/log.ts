import { useInfiniteQuery } from '@tanstack/react-query'
import { get } from '../api/client.ts'

export type LogRow = {
  readonly seq: number
  readonly at: string
  readonly what: string
  readonly label: string
  readonly says: string
  readonly who: string
  readonly as: string
  readonly address: string
}

export type LogView = {
  readonly rows: readonly LogRow[]
  readonly next?: string
  readonly counts: readonly { readonly what: string; readonly label: string; readonly n: number }[]
  readonly from: string
  readonly to: string
}

export type LogFilters = {
  readonly what?: string | undefined
  readonly login?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** The security log, page after page, the newest first. */
export function useLog({ what, login, from, to }: LogFilters) {
  return useInfiniteQuery({
    queryKey: ['security-log', what, login, from, to],
    queryFn: ({ pageParam }) =>
      get<LogView>('/api/security-log', { what, login, from, to, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
  })
}
