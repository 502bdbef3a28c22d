import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { get } from './client.ts'
import type { RecordView } from './record-view.ts'

/** A record as it is now: others work on it too, so that opening it always looks again. */
export function useRecord(id: string): UseQueryResult<RecordView> {
  return useQuery({
    queryKey: ['record', id],
    queryFn: () => get<RecordView>(`/api/record/${id}`),
    staleTime: 0,
    refetchInterval: 60_000,
  })
}
