import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { get } from '../api/client.ts'
import type { CoveredView, DetailView, Meaning, ValuesView } from './view.ts'

export type Asked = {
  readonly id: string
  readonly area: number
  readonly from: string
  readonly to: string
}

/** Every figure with its value for one's own area. */
export function useValues(to: string | undefined) {
  return useQuery({
    queryKey: ['indicators', 'values', to],
    queryFn: () => get<ValuesView>('/api/indicators', { values: '1', to }),
    placeholderData: keepPreviousData,
  })
}

/** What the figures of an id say; it does not change while the page is open. */
export function useMeanings() {
  return useQuery({
    queryKey: ['indicators'],
    queryFn: () => get<readonly Meaning[]>('/api/indicators'),
    staleTime: Infinity,
  })
}

export function useDetail({ id, area, from, to }: Asked, period: string) {
  return useQuery({
    queryKey: ['indicators', 'one', id, area, from, to, period],
    queryFn: () =>
      get<DetailView>(`/api/indicators/${encodeURIComponent(id)}`, {
        area,
        from,
        to,
        period,
        children: '1',
        trend: 12,
      }),
    placeholderData: keepPreviousData,
  })
}

export function useCovered(
  { id, area, from, to }: Asked,
  { part, term }: { readonly part: string | undefined; readonly term: string },
) {
  return useQuery({
    queryKey: ['indicators', 'covered', id, area, from, to, part, term],
    queryFn: () =>
      get<CoveredView>(`/api/indicators/${encodeURIComponent(id)}/covered`, {
        area,
        from,
        to,
        part,
        term,
      }),
    placeholderData: keepPreviousData,
  })
}
