import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { get } from '../api/client.ts'
import { useLiveState } from '../live/use-live.ts'
import type { OverviewView, Span } from './view.ts'

export type Asked = Span & {
  readonly area: number
  readonly kind: string | undefined
  /** '0' where nothing is set beside the same weeks before. */
  readonly compare: string | undefined
  /** 'was' tells the past by the codes of its time. */
  readonly as: string | undefined
}

/** The numbers of an area; while others are fetched the former ones stay in sight. */
export function useOverview(asked: Asked) {
  const state = useLiveState()
  return useQuery({
    queryKey: ['overview', asked],
    queryFn: () => get<OverviewView>('/api/overview', asked),
    placeholderData: keepPreviousData,
    // Matters run late without anything happening, so a live page looks again now and then too.
    refetchInterval: state === 'live' ? 60_000 : 10_000,
  })
}
