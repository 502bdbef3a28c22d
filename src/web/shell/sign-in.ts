import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { del, post } from '../api/client.ts'
import type { Me } from '../api/types.ts'

const LOGIN = 'tongxin:login'

export async function signIn(login: string, password: string): Promise<Me> {
  const me = await post<Me>('/api/session', { login: login.trim(), password })
  localStorage.setItem(LOGIN, me.account.login)
  return me
}

export async function enterPost(id: string): Promise<Me> {
  return post<Me>('/api/me/post', { post: id })
}

export function lastLogin(): string {
  return localStorage.getItem(LOGIN) ?? ''
}

/** Ends the session and forgets everything it showed; drafts stay for the next time. */
export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient()
  return useCallback(async () => {
    await del('/api/session')
    queries.clear()
    window.location.assign('/')
  }, [queries])
}
