import { queryOptions, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { get } from '../api/client.ts'
import type { MustFirst } from '../api/types.ts'
import { meQuery } from '../api/use-me.ts'

export type AccountView = {
  readonly login: string
  readonly mustFirst?: MustFirst
  readonly secondFactorAsked: boolean
  readonly hasTotp: boolean
  readonly recoveryLeft: number
  readonly canPasskeys: boolean
  readonly passkeys: readonly Passkey[]
  readonly sessions: readonly Place[]
}
export type Passkey = {
  readonly id: string
  readonly name: string
  readonly made: string
  readonly used?: string
}
/** Where one is signed in. */
export type Place = {
  readonly id: string
  readonly device: string
  readonly begun: string
  readonly seen: string
  readonly isThis: boolean
}
export type LogLine = {
  readonly id: string
  readonly at: string
  readonly what: string
  readonly failed: boolean
  readonly device?: string
  readonly address: string
}

export const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: () => get<AccountView>('/api/account'),
})

export const logQuery = queryOptions({
  queryKey: ['account', 'log'],
  queryFn: () => get<{ readonly rows: readonly LogLine[] }>('/api/account/log'),
})

/** Reads the account anew, and whether anything must still be done first. */
export function useReread(): () => Promise<void> {
  const queries = useQueryClient()
  return useCallback(async () => {
    await queries.invalidateQueries({ queryKey: accountQuery.queryKey })
    await queries.invalidateQueries({ queryKey: meQuery.queryKey })
  }, [queries])
}

/** '2026-08-03 17:00', as the city's clock shows it. */
export function momentText(iso: string): string {
  return iso.slice(0, 16).replace('T', ' ')
}
