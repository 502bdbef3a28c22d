import { QueryClient } from '@tanstack/react-query'
import { isAskedAgain, pauseMs } from './asked-again.ts'

/** A refusal stays a refusal however often it is asked; only a server out of reach is tried again. */
export function makeQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Offline, a question must fail in words; waiting in silence looks like work being done.
      mutations: { networkMode: 'always' },
      queries: {
        networkMode: 'always',
        staleTime: 15_000,
        retry: isAskedAgain,
        retryDelay: (failures) => pauseMs(failures, Math.random()),
      },
    },
  })
}
