import { useQuery } from '@tanstack/react-query'
import { get } from '../../../../web/api/client.ts'
import type { RecordRow, Rows } from '../../../../web/api/types.ts'

/** All that is published, and all sites: people look through it as one. */
export function useLibrary(kind: 'experience-case' | 'demonstration-site', state: string) {
  return useQuery({
    queryKey: ['rows', kind, 'whole', state],
    queryFn: () => whole(kind, state),
    staleTime: 60_000,
  })
}

async function whole(kind: string, state: string): Promise<readonly RecordRow[]> {
  const rows: RecordRow[] = []
  let cursor: string | undefined
  do {
    const page: Rows = await get(`/api/records/${kind}`, { state, limit: 100, cursor })
    rows.push(...page.rows)
    cursor = page.next
  } while (cursor !== undefined && rows.length < most)
  return rows
}

const most = 1000
