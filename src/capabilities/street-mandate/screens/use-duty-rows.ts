import { useQuery } from '@tanstack/react-query'
import { get } from '../../../web/api/client.ts'
import type { Rows } from '../../../web/api/types.ts'
import type { DutyRow } from './duty-rows.ts'

/** The whole list: it is short, and people read it as one. */
export function useDutyRows(isEnded: boolean) {
  return useQuery({
    queryKey: ['rows', 'duty-item', 'whole', isEnded],
    queryFn: () => whole(isEnded ? 'ended' : 'inForce'),
    staleTime: 60_000,
  })
}

async function whole(state: string): Promise<readonly DutyRow[]> {
  const rows: DutyRow[] = []
  let cursor: string | undefined
  do {
    const page: Rows = await get('/api/records/duty-item', { state, limit: 100, cursor })
    rows.push(...page.rows)
    cursor = page.next
  } while (cursor !== undefined && rows.length < most)
  return rows
}

const most = 2000
