import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { asApiError, type ApiError } from '../api/api-error.ts'
import { get, post } from '../api/client.ts'
import { useRefresh } from '../api/use-ask.ts'
import type { ImportJob, ImportRow, RowResult } from './types.ts'

const lookMs = 700

/** A job as it goes on; while the server works on it, it is looked at again and again. */
export function useJob(id: string) {
  const refresh = useRefresh()
  const query = useQuery({
    queryKey: ['import', id],
    queryFn: () => get<ImportJob>(`/api/sheets/jobs/${id}`),
    refetchInterval: ({ state }) => (state.data?.busy === true ? lookMs : false),
  })
  const isBusy = query.data?.busy === true
  const wasBusy = useRef(false)
  useEffect(() => {
    if (wasBusy.current && !isBusy) refresh()
    wasBusy.current = isBusy
  }, [isBusy, refresh])
  return query
}

export function useJobs(kind: string, command: string) {
  return useQuery({
    queryKey: ['imports', kind, command],
    queryFn: () => get<{ jobs: readonly ImportJob[] }>('/api/sheets/jobs', { kind, command }),
  })
}

/** The rows of a job with some results, page after page. */
export function useJobRows(job: ImportJob, results: readonly RowResult[]) {
  const total = results.reduce((sum, result) => sum + job.counts[result], 0)
  const query = useInfiniteQuery({
    queryKey: ['import-rows', job.id, results.join(','), job.state, job.busy ? 0 : total],
    queryFn: ({ pageParam }) =>
      get<{ rows: readonly ImportRow[]; next?: number }>(`/api/sheets/jobs/${job.id}/rows`, {
        result: results.join(','),
        after: pageParam,
      }),
    initialPageParam: 0,
    getNextPageParam: (last) => last.next,
  })
  return { query, total, rows: query.data?.pages.flatMap((page) => page.rows) ?? [] }
}

/** Asks for the next step of a job; what was refused is said until the next try. */
export function useStep(id: string) {
  const queries = useQueryClient()
  const [error, setError] = useState<ApiError>()
  const [busy, setBusy] = useState(false)
  const step = async (name: 'write' | 'stop' | 'undo', body: unknown) => {
    setBusy(true)
    setError(undefined)
    try {
      queries.setQueryData(
        ['import', id],
        await post<ImportJob>(`/api/sheets/jobs/${id}/${name}`, body),
      )
      return undefined
    } catch (problem) {
      const said = asApiError(problem)
      setError(said)
      return said
    } finally {
      setBusy(false)
    }
  }
  return { step, error, busy }
}

export type Stepping = ReturnType<typeof useStep>
