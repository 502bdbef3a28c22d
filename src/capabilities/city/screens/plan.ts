import { useQuery } from '@tanstack/react-query'
import { get, post } from '../../../web/api/client.ts'
import type { Intent } from '../reorganisation/proposal.ts'
import { linesOf, type Rows } from '../reorganisation/rows.ts'

/** What a plan would do, as the platform works it out. */
export type Plan = {
  readonly rows: Rows
  readonly lines: { readonly areas: readonly string[]; readonly units: readonly string[] }
  readonly scope: { readonly code: number; readonly path: string }
  readonly problems: readonly string[]
  readonly moves: {
    readonly records: readonly {
      readonly kind: string
      readonly label: string
      readonly n: number
    }[]
    readonly todos: number
    readonly parties: number
    readonly posts: number
  }
  readonly ends: { readonly areas: number; readonly units: number }
  readonly begins: { readonly areas: number; readonly units: number }
}

export type Standing = {
  readonly state: string
  readonly rows: Rows
  readonly plan?: Plan
  readonly progress?: { readonly total: number; readonly done: number }
}

/** The whole lists that follow from a few words. */
export function planFor(intent: Intent): Promise<Plan> {
  return post<Plan>('/api/restructuring/plan', { intent })
}

/** The same lists once they were corrected by hand. */
export function planOfRows(rows: Rows): Promise<Plan> {
  return post<Plan>('/api/restructuring/plan', { lines: linesOf(rows) })
}

/** Looks often while work moves, so that its progress is seen. */
export function useStanding(id: string) {
  return useQuery({
    queryKey: ['restructuring', id],
    queryFn: () => get<Standing>(`/api/restructuring/${id}`),
    refetchInterval: ({ state }) =>
      state.data?.state === 'underway' || state.data?.state === 'approved' ? 2000 : 30_000,
  })
}
