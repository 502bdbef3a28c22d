import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { get, post } from '../api/client.ts'

export type Grant = {
  readonly id: string
  readonly what: 'grant' | 'end'
  readonly person: string
  readonly unit: string
  readonly role: string
  readonly title: string
  readonly from: string
  readonly to?: string
  readonly askedBy: string
  readonly askedAt: string
}

export type OfficePost = {
  readonly id: string
  readonly person: string
  readonly unit: string
  readonly role: string
  readonly from: string
}

type Oversight = { readonly grants: readonly Grant[]; readonly posts: readonly OfficePost[] }

export type FoundAccount = {
  readonly id: string
  readonly login: string
  readonly name: string
  /** The password is the security administrator's to give. */
  readonly mayReset: boolean
  readonly posts: readonly {
    readonly id: string
    readonly unit: string
    readonly role: string
    readonly mayEnd: boolean
  }[]
}

export type Does = 'unlock' | 'resetFactor' | 'resetPassword'

const key = ['oversight']

export function useOversight() {
  return useQuery({ queryKey: key, queryFn: () => get<Oversight>('/api/oversight') })
}

/** Confirms or refuses a grant, or ends a post; the answer is how things stand then. */
export function useDecide() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ path, body = {} }: { readonly path: string; readonly body?: object }) =>
      post<Oversight>(`/api/oversight/${path}`, body),
    onSuccess: async (data) => {
      queries.setQueryData(key, data)
      await queries.invalidateQueries({ queryKey: ['oversight-accounts'] })
    },
  })
}

export function useAccounts(q: string) {
  return useQuery({
    queryKey: ['oversight-accounts', q],
    queryFn: () =>
      get<{ readonly rows: readonly FoundAccount[] }>('/api/oversight/accounts', { q }),
    enabled: q !== '',
  })
}

export function changeAccount(id: string, does: Does): Promise<{ readonly password?: string }> {
  return post(`/api/oversight/accounts/${id}`, { does })
}
