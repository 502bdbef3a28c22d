import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useCallback } from 'react'
import { asApiError } from '../api/api-error.ts'
import { del, post } from '../api/client.ts'
import { signWithPasskey } from '../api/passkey.ts'
import type { Me } from '../api/types.ts'

type SignOptions = Parameters<typeof signWithPasskey>[0]

const LOGIN = 'tongxin:login'

export type Way = 'totp' | 'passkey' | 'recovery'

/** The password was right, and the account has a second factor. */
export type SecondStep = { readonly needs: 'second'; readonly ways: readonly Way[] }

export async function signIn(login: string, password: string): Promise<Me | SecondStep> {
  const answer = await post<Me | SecondStep>('/api/session', { login: login.trim(), password })
  if (!('needs' in answer)) localStorage.setItem(LOGIN, answer.account.login)
  return answer
}

export async function giveCode(way: Way, code: string): Promise<Me> {
  return entered(await post<Me>('/api/session/second', { way, code }))
}

export async function givePasskey(): Promise<Me> {
  const options = await post<SignOptions>('/api/session/second/passkey', {})
  const response = await signWithPasskey(options)
  return entered(await post<Me>('/api/session/second', { way: 'passkey', response }))
}

/** With a passkey alone, without login and password. */
export async function signInByPasskey(): Promise<Me> {
  const options = await post<SignOptions>('/api/session/passkey/begin', {})
  const response = await signWithPasskey(options)
  return entered(await post<Me>('/api/session/passkey', { response }))
}

function entered(me: Me): Me {
  localStorage.setItem(LOGIN, me.account.login)
  return me
}

export async function enterPost(id: string): Promise<Me> {
  return post<Me>('/api/me/post', { post: id })
}

export function lastLogin(): string {
  return localStorage.getItem(LOGIN) ?? ''
}

/** Ends the session and forgets everything it showed; drafts stay for the next time. Whose session
 *  could not be ended is told so: they may be about to leave the room. */
export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient()
  const { message } = App.useApp()
  return useCallback(async () => {
    try {
      await del('/api/session')
    } catch (problem) {
      const error = asApiError(problem)
      if (error.status !== 401) {
        message.error(`还没有退出：${error.says}`)
        return
      }
    }
    queries.clear()
    window.location.assign('/')
  }, [queries, message])
}
