import { useCallback, useEffect, useState } from 'react'
import { newId } from '../net/new-id.ts'
import type { Problem } from '../net/problem.ts'
import { send } from '../net/send.ts'
import { keep, kept } from '../storage.ts'
import { type Handed, handedIn } from './handed.ts'

/** The record behind the link in the address; the part behind the hash goes to no server's log. */
export function useHanded() {
  const [token] = useState(() => location.hash.slice(1))
  const [handed, setHanded] = useState<Handed>()
  const [problem, setProblem] = useState<Problem>()
  const [tries, setTries] = useState(0)
  const [said, setSaid] = useState<readonly string[]>([])
  useEffect(() => {
    let wanted = true
    void send({ path: '/api/public/handed-out', token }, handedIn).then((reply) => {
      if (!wanted) return
      if (reply.ok) {
        setHanded(reply.value)
        setProblem(undefined)
        setSaid(saidBefore(reply.value))
      } else setProblem(reply.problem)
    })
    return () => {
      wanted = false
    }
  }, [token, tries])
  const reload = useCallback(() => {
    setTries((before) => before + 1)
  }, [])
  const say = async (command: string, data: unknown): Promise<Problem | undefined> => {
    if (handed === undefined) return undefined
    const path = `/api/public/handed-out/${handed.kind}/${command}`
    const reply = await send(
      { path, token, body: { ask: askFor(handed, command), data } },
      handedIn,
    )
    if (!reply.ok) return reply.problem
    const next = [...said, command]
    keep(saidKey(handed), next)
    setSaid(next)
    setHanded(reply.value)
    return undefined
  }
  return { handed, problem, reload, said, say }
}

function saidKey({ number }: Handed): string {
  return `said.${number}`
}

function saidBefore(handed: Handed): readonly string[] {
  const before = kept(saidKey(handed))
  return Array.isArray(before) ? before.filter((one) => typeof one === 'string') : []
}

/** One ask for one opinion on this device: sent twice, it is counted once. */
function askFor(handed: Handed, command: string): string {
  const key = `${saidKey(handed)}.${command}`
  const before = kept(key)
  if (typeof before === 'string') return before
  const fresh = newId()
  keep(key, fresh)
  return fresh
}
