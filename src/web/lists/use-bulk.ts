import { useQuery } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import type { Fields } from '../../kernel/field.ts'
import { post } from '../api/client.ts'
import { useFollowed } from '../api/use-ask.ts'
import { type BulkAnswer, type BulkRun, type BulkTarget, makeBulkRuns } from './bulk-runs.ts'

export type BulkOffer = {
  readonly command: string
  readonly label: string
  readonly grave: boolean
  readonly input: Fields
  readonly targets: readonly BulkTarget[]
}

export const mostAtOnce = 200

let refreshAll = () => {}

/** It lives longer than the list on which it was begun. */
export const bulkRuns = makeBulkRuns(
  ({ command, data, ask }, ids) => post<BulkAnswer>(`/api/bulk/${command}`, { ask, ids, data }),
  () => refreshAll(),
)

/** What can be asked of all or some of the records chosen. */
export function useBulkOffers(ids: readonly string[]) {
  return useQuery({
    queryKey: ['bulk-offers', ids],
    queryFn: () => post<readonly BulkOffer[]>('/api/bulk-offers', { ids }),
    enabled: ids.length > 0 && ids.length <= mostAtOnce,
    staleTime: 0,
  })
}

/** The work that goes on, or was done last, on the records of a list. */
export function useBulkRun(list: string): BulkRun | undefined {
  const refresh = useFollowed()
  useEffect(() => {
    refreshAll = refresh
  }, [refresh])
  const run = useSyncExternalStore(bulkRuns.watch, () => bulkRuns.current(list))
  const isRunning = run?.is === 'running'
  useEffect(() => {
    if (!isRunning) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [isRunning])
  return run
}
