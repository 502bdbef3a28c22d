import { useQueries, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { get } from '../../../../web/api/client.ts'
import type { RecordView } from '../../../../web/api/record-view.ts'
import type { Rows } from '../../../../web/api/types.ts'
import { useRecord } from '../../../../web/api/use-record.ts'
import { inOrder, valueOf } from './run-sheet.ts'

/** All that a run sheet shows: the meeting, its agenda, what was proposed besides, its decisions. */
export function useRunSheet(id: string) {
  const meeting = useRecord(id)
  const body = meeting.data === undefined ? undefined : valueOf(meeting.data, 'body')
  const items = useViews('agenda-item', { 'f.meeting': id })
  const decisions = useViews('meeting-decision', { 'f.meeting': id, sort: 'opened' })
  const proposals = useViews(
    'agenda-item',
    typeof body === 'string' ? { 'f.body': body, state: 'proposed' } : undefined,
  )
  const bare = decisions.filter(({ record }) => record.state === 'captured').length
  const { refetch } = meeting
  // Whether it may be closed depends on its decisions, which are records of their own.
  useEffect(() => void refetch(), [bare, refetch])
  return { meeting, items: inOrder(items), proposals, decisions }
}

export type RunSheetData = {
  readonly meeting: RecordView
  readonly items: readonly RecordView[]
  readonly proposals: readonly RecordView[]
  readonly decisions: readonly RecordView[]
}

/** The records of a short list, each whole: with what may be asked of it. */
function useViews(
  kind: string,
  filters: Readonly<Record<string, string>> | undefined,
): readonly RecordView[] {
  const rows = useQuery({
    queryKey: ['rows', kind, 'run-sheet', filters],
    queryFn: () => get<Rows>(`/api/records/${kind}`, { limit: 60, ...filters }),
    enabled: filters !== undefined,
    refetchInterval: 20_000,
  })
  const views = useQueries({
    queries: (rows.data?.rows ?? []).map((row) => ({
      queryKey: ['record', row.id],
      queryFn: () => get<RecordView>(`/api/record/${row.id}`),
      staleTime: 5000,
    })),
  })
  return views.flatMap(({ data }) => (data === undefined ? [] : [data]))
}
