import { objectIn, textIn } from '../net/read.ts'
import { forget, keep, kept } from '../storage.ts'

/** The right to one appeal, kept for this tab only. */
export type Session = { readonly token: string; readonly number: string; readonly code: string }

export function findSession(): Session | undefined {
  const from = objectIn(kept(key, 'tab'))
  const token = textIn(from, 'token')
  return token === ''
    ? undefined
    : { token, number: textIn(from, 'number'), code: textIn(from, 'code') }
}

export function keepSession(session: Session): void {
  keep(key, session, 'tab')
}

export function forgetSession(): void {
  forget(key, 'tab')
}

const key = 'session'
