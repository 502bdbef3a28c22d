import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { get } from '../api/client.ts'
import type { OverviewView, Span } from './view.ts'

export type Asked = Span & {
  readonly area: number
  readonly kind: string | undefined
  /** '0' where nothing is set beside the same weeks before. */
  readonly compare: string | undefined
}

/** The numbers of an area; while others are fetched the former ones stay in sight. */
export function useOverview(asked: Asked) {
  return useQuery({
    queryKey: ['overview', asked],
    queryFn: () => get<OverviewView>('/api/overview', asked),
    placeholderData: keepPreviousData,
  })
}
