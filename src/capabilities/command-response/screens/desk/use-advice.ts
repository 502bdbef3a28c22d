import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { post } from '../../../../web/api/client.ts'
import type { Advice } from './advice.ts'
import { given } from './choice.ts'

export type AdviceInput = {
  readonly title?: string | undefined
  readonly detail: string
  readonly spot?: string | undefined
  readonly area: number | undefined
  readonly category?: string | undefined
  readonly complained?: number | undefined
}

export type AdviceQuery = {
  readonly advice: Advice | undefined
  /** What is shown belongs to words that have changed since. */
  readonly isBehind: boolean
  readonly error: Error | null
  readonly retry: () => void
}

/** Asked once the hand rests. What was said stays in sight until the next is there. */
export function useAdvice(input: AdviceInput): AdviceQuery {
  const asked = useRested(JSON.stringify(given({ ...input, detail: input.detail.trim() })))
  const { data, isFetching, isPlaceholderData, error, refetch } = useQuery({
    queryKey: ['advice', asked],
    queryFn: () => post<Advice>('/api/advice/appeal', JSON.parse(asked)),
    enabled: input.detail.trim().length >= 4,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  })
  return {
    advice: input.detail.trim().length < 4 ? undefined : data,
    isBehind: isFetching || isPlaceholderData,
    error,
    retry: () => void refetch(),
  }
}

const rest = 350

function useRested(text: string): string {
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), rest)
    return () => clearTimeout(timer)
  }, [text])
  return rested
}
