import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { get, post } from '../api/client.ts'
import type { SettingOne, SettingRow, SettingTable } from './types.ts'

export type Change = {
  readonly id?: string | undefined
  readonly from?: string | undefined
  readonly end?: string | undefined
  readonly values: Readonly<Record<string, unknown>>
}

/** A table of the settings, page after page. */
export function useSettingTable(what: string, filters: { readonly q: string }) {
  return useInfiniteQuery({
    queryKey: ['settings', what, filters],
    queryFn: ({ pageParam }) =>
      get<SettingTable>(`/api/settings/${what}`, { ...filters, limit: 100, cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next,
  })
}

export function useSettingOne(what: string, id: string | undefined) {
  return useQuery({
    queryKey: ['settings', what, 'one', id],
    queryFn: () => get<SettingOne>(`/api/settings/${what}/${encodeURIComponent(id ?? '')}`),
    enabled: id !== undefined,
  })
}

/** Writes a line; everything that rests on settings is read anew. */
export function useChangeSetting(what: string) {
  const refresh = useSettingsRefresh()
  return useMutation({
    mutationFn: (change: Change) =>
      post<SettingRow & { readonly password?: string; readonly says?: string }>(
        `/api/settings/${what}`,
        change,
      ),
    onSuccess: refresh,
  })
}

export function useSettingsRefresh(): () => void {
  const queries = useQueryClient()
  return useCallback(() => {
    for (const key of ['settings', 'directory', 'lists', 'me', 'posts'])
      void queries.invalidateQueries({ queryKey: [key] })
  }, [queries])
}
