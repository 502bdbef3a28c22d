import { useEffect, useState, useSyncExternalStore } from 'react'
import { forgetSent } from '../ask/sent.ts'
import { type Appeal, appealIn } from '../net/appeal.ts'
import type { Problem } from '../net/problem.ts'
import { objectIn, textIn } from '../net/read.ts'
import { type Reply, send } from '../net/send.ts'
import { findSession, forgetSession, keepSession, type Session } from './session.ts'

/** Shows an appeal by its number and code. */
export async function openAppeal(number: string, code: string): Promise<Problem | undefined> {
  const body = { number: number.trim(), code: code.trim() }
  const reply = await send({ path: '/api/public/follow', body }, (answer) => {
    const from = objectIn(answer)
    return { token: textIn(from, 'token'), view: appealIn(from['view']) }
  })
  if (!reply.ok) return reply.problem
  const { token, view } = reply.value
  keepSession({ token, number: view.number, code: body.code })
  set(view)
  return undefined
}

/** Does what was offered; the appeal shown is then the new one. */
export async function askAppeal(
  command: string,
  body: { readonly ask: string; readonly data: unknown },
): Promise<Reply<Appeal>> {
  const token = findSession()?.token ?? ''
  const reply = await send({ path: `/api/public/appeal/${command}`, body, token }, appealIn)
  if (reply.ok) set(reply.value)
  return reply
}

/** Leaves nothing of it in this tab: the next person may sit at the same device. */
export function closeAppeal(): void {
  forgetSession()
  forgetSent()
  set(undefined)
}

export type Followed = {
  readonly session: Session | undefined
  readonly appeal: Appeal | undefined
  readonly problem: Problem | undefined
  readonly reload: () => void
}

/** The appeal followed in this tab, read anew when a page that shows it opens. */
export function useAppeal(): Followed {
  const appeal = useSyncExternalStore(listen, () => current)
  const [session] = useState(findSession)
  const [problem, setProblem] = useState<Problem>()
  const [tries, setTries] = useState(0)
  useEffect(() => {
    if (session === undefined) return undefined
    let wanted = true
    void send({ path: '/api/public/appeal', token: session.token }, appealIn).then((reply) => {
      if (!wanted) return
      setProblem(reply.ok ? undefined : reply.problem)
      if (reply.ok) set(reply.value)
    })
    return () => {
      wanted = false
    }
  }, [session, tries])
  const reload = () => {
    setTries((before) => before + 1)
  }
  return { session, appeal, problem, reload }
}

let current: Appeal | undefined
const listeners = new Set<() => void>()

function set(appeal: Appeal | undefined): void {
  current = appeal
  for (const tell of listeners) tell()
}

function listen(tell: () => void): () => void {
  listeners.add(tell)
  return () => {
    listeners.delete(tell)
  }
}
