import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { askPath, type AskRequest } from './ask-path.ts'
import { post } from './client.ts'
import { newId } from './ids.ts'
import type { RecordView } from './record-view.ts'

export type { AskRequest } from './ask-path.ts'

export type AskAnswer = {
  readonly view: RecordView
  readonly id?: string
  readonly number?: string
  readonly undo?: string
  readonly link?: { readonly number: string; readonly code: string }
  readonly contact?: {
    readonly name?: string
    readonly phone?: string
    readonly note?: string
  } | null
}

/** The one way a page changes anything: an ask, after which everything that showed it is fresh. */
export function useAsk(): {
  readonly ask: (request: AskRequest) => Promise<AskAnswer>
  readonly busy: boolean
} {
  const queries = useQueryClient()
  const refresh = useFollowed()
  const { mutateAsync, isPending } = useMutation({
    mutationFn: (request: AskRequest) =>
      post<AskAnswer>(askPath(request), {
        ask: request.ask ?? newId(),
        data: request.data,
        ...(request.area === undefined ? {} : { area: request.area }),
      }),
    onSuccess: ({ view }) => {
      queries.setQueryData(['record', view.record.id], view)
      refresh()
    },
    // Somebody else was quicker: what they did is shown beside what was typed here.
    onError: (_, { id }) => {
      if (id !== undefined) void queries.invalidateQueries({ queryKey: ['record', id] })
    },
  })
  return { ask: mutateAsync, busy: isPending }
}

/** Looks again at lists, counts and notices, which move with every ask. */
export function useRefresh(): () => void {
  const queries = useQueryClient()
  return useCallback(() => {
    for (const key of moving) void queries.invalidateQueries({ queryKey: [key] })
  }, [queries])
}

/** Looks again after an ask, and once more when what follows from it by itself has been done: an
 *  effect comes a moment later, and nobody should have to look twice. */
export function useFollowed(): () => void {
  const queries = useQueryClient()
  const refresh = useRefresh()
  return useCallback(() => {
    refresh()
    for (const after of followedMs)
      setTimeout(() => {
        void queries.invalidateQueries({ queryKey: ['record'] })
        refresh()
      }, after)
  }, [queries, refresh])
}

const moving = ['todos', 'rows', 'notices', 'me', 'brief', 'search']
const followedMs = [1_500, 5_000, 12_000]
