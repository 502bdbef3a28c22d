import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { post } from '../../../../web/api/client.ts'
import { useSettled } from '../../../../web/forms/use-settled.ts'
import type { Advice } from './advice.ts'
import { given } from './choice.ts'

export type AdviceInput = {
  readonly title?: string | undefined
  readonly detail: string
  readonly spot?: string | undefined
  readonly area?: number | undefined
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
  const { title, spot, area, category, complained } = input
  const detail = input.detail.trim()
  // Named one by one: nothing of the person who asks goes where only the matter is looked at.
  const asked = useSettled(
    JSON.stringify(given({ title, detail, spot, area, category, complained })),
    rest,
  )
  const { data, isFetching, isPlaceholderData, error, refetch } = useQuery({
    queryKey: ['advice', asked],
    queryFn: () => post<Advice>('/api/advice/appeal', JSON.parse(asked)),
    enabled: [...detail].length >= 4,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: false,
  })
  return {
    advice: [...detail].length < 4 ? undefined : data,
    isBehind: isFetching || isPlaceholderData,
    error,
    retry: () => void refetch(),
  }
}

const rest = 350
