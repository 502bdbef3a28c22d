import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { get } from './client.ts'
import type { RecordView } from './record-view.ts'

export function useRecord(id: string): UseQueryResult<RecordView> {
  return useQuery({
    queryKey: ['record', id],
    queryFn: () => get<RecordView>(`/api/record/${id}`),
    refetchInterval: 60_000,
  })
}
