import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { meQuery } from '../api/use-me.ts'
import { atMost } from './at-most.ts'
import type { LiveState } from './live.ts'
import { theLive } from './the-live.ts'

const everyMs = 1_500

/** Looks again at what stands on counts or notices when they moved, and not at anything one may be
 *  in the middle of. */
export function useLiveQueries(): void {
  const queries = useQueryClient()
  useEffect(() => {
    const counts = atMost(everyMs, () => {
      void queries.invalidateQueries({ queryKey: ['overview'] })
    })
    const notices = atMost(everyMs, () => {
      void queries.invalidateQueries({ queryKey: meQuery.queryKey })
      void queries.invalidateQueries({ queryKey: ['notices'] })
    })
    const leave = theLive().watch({
      moved: (moved) => (moved === 'counts' ? counts.ask() : notices.ask()),
    })
    return () => {
      leave()
      counts.stop()
      notices.stop()
    }
  }, [queries])
}

export function useLiveState(): LiveState {
  return useSyncExternalStore(
    (changed) => theLive().watch({ state: changed }),
    () => theLive().state(),
  )
}
