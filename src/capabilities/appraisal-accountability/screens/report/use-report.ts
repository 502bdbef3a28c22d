import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { get } from '../../../../web/api/client.ts'
import type { RecordView } from '../../../../web/api/record-view.ts'
import type { Rows } from '../../../../web/api/types.ts'
import { useRecord } from '../../../../web/api/use-record.ts'
import { inOrder } from './desk.ts'

/** A report with all its sections, each whole: with what may be asked of it. */
export function useReport(id: string) {
  const queries = useQueryClient()
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
  // And what may be asked of the sections depends on how far the report is.
  const state = report.data?.record.state
  const before = useRef(state)
  useEffect(() => {
    if (before.current !== undefined && before.current !== state)
      for (const view of sections)
        void queries.invalidateQueries({ queryKey: ['record', view.record.id] })
    before.current = state
  })
  return { report, sections: inOrder(sections) }
}
