import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '../../api/api-error.ts'
import { get, post } from '../../api/client.ts'

/** What may be known of a vote now. */
export type BallotView = {
  readonly label: string
  /** Slips may be made. */
  readonly mayRun: boolean
  /** What was cast may be counted, also after voting has ended. */
  readonly mayCount: boolean
  readonly eligible?: number
  readonly poll?: {
    readonly made: number
    readonly handed?: number
    /** Before the count in steps of five, and not below five. */
    readonly cast?: number
    readonly isClosed: boolean
    readonly isLost: boolean
    readonly tooFew: boolean
    readonly lines?: readonly {
      readonly label: string
      readonly totals: readonly { readonly label: string; readonly count: number }[]
    }[]
  }
}

/** The codes of fresh slips: told once and kept nowhere. */
export type Slips = {
  readonly label: string
  readonly title: string
  readonly codes: readonly string[]
}

export function useBallot(record: string) {
  const queries = useQueryClient()
  const [slips, setSlips] = useState<Slips>()
  const [error, setError] = useState<ApiError>()
  const [isBusy, setBusy] = useState(false)
  const path = `/api/record/${record}/ballot`
  const { data } = useQuery({
    queryKey: ['ballot', record],
    queryFn: () => get<BallotView>(path),
    refetchInterval: ({ state }) => (state.data?.poll?.isClosed === false ? 5_000 : false),
  })
  const done = async (work: () => Promise<unknown>): Promise<boolean> => {
    setBusy(true)
    setError(undefined)
    try {
      await work()
      return true
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure
      setError(failure)
      return false
    } finally {
      setBusy(false)
      await queries.invalidateQueries({ queryKey: ['ballot', record] })
    }
  }
  return {
    ballot: data,
    slips,
    error,
    isBusy,
    open: () => done(async () => setSlips(await post<Slips>(`${path}/open`, {}))),
    close: async (handed: number) => {
      const isClosed = await done(() => post(`${path}/close`, { handed }))
      // The record is told a moment later, as of every effect.
      if (isClosed)
        setTimeout(() => void queries.invalidateQueries({ queryKey: ['record', record] }), 1_500)
      return isClosed
    },
    forget: () => {
      setSlips(undefined)
    },
  }
}
