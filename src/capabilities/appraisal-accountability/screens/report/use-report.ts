import { useQueries, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { get } from '../../../../web/api/client.ts'
import type { RecordView } from '../../../../web/api/record-view.ts'
import type { Rows } from '../../../../web/api/types.ts'
import { useRecord } from '../../../../web/api/use-record.ts'
import { inOrder } from './desk.ts'

/** A report with all its sections, each whole: with what may be asked of it. */
export function useReport(id: string) {
  const report = useRecord(id)
  const rows = useQuery({
    queryKey: ['rows', 'report-section', 'desk', id],
    queryFn: () => get<Rows>('/api/records/report-section', { limit: 60, 'f.report': id }),
    refetchInterval: 20_000,
  })
  const views = useQueries({
    queries: (rows.data?.rows ?? []).map((row) => ({
      queryKey: ['record', row.id],
      queryFn: () => get<RecordView>(`/api/record/${row.id}`),
      staleTime: 5000,
    })),
  })
  const sections = views.flatMap(({ data }) => (data === undefined ? [] : [data]))
  const written = sections.filter(({ record }) => record.state === 'written').length
  const { refetch } = report
  // Whether it may be handed in depends on its sections, which are records of their own.
  useEffect(() => void refetch(), [written, refetch])
  return { report, sections: inOrder(sections) }
}
