import { useCallback, useEffect, useState } from 'react'
import type { Problem } from '../net/problem.ts'
import { flagIn, objectIn } from '../net/read.ts'
import { send } from '../net/send.ts'
import { pathOf } from '../page-address.ts'
import { type Answers, type Sheet, sheetIn } from './sheet.ts'

/**
 * A slip from its code to its use. The code is behind the hash, which goes to no server's log;
 * nothing is kept on the device, and once the slip is used its code leaves the address, too.
 */
export function useVote() {
  const [code, setCode] = useState(codeInHash)
  const [sheet, setSheet] = useState<Sheet>()
  const [problem, setProblem] = useState<Problem>()
  const [tries, setTries] = useState(0)
  const [isCast, setCast] = useState(false)
  const [wasSent, setSent] = useState(false)
  const begin = useCallback((next: string) => {
    history.replaceState(null, '', `${pathOf('vote')}${next === '' ? '' : `#${next}`}`)
    setSheet(undefined)
    setProblem(undefined)
    setCast(false)
    setSent(false)
    setCode(next)
  }, [])
  useEffect(() => {
    const another = () => {
      const next = codeInHash()
      if (next !== '') begin(next)
    }
    addEventListener('hashchange', another)
    return () => {
      removeEventListener('hashchange', another)
    }
  }, [begin])
  useEffect(() => {
    if (code === '') return undefined
    let wanted = true
    void send({ path: '/api/public/ballot/sheet', body: { code } }, sheetIn).then((reply) => {
      if (!wanted) return
      setSheet(reply.ok ? reply.value : undefined)
      setProblem(reply.ok ? undefined : reply.problem)
    })
    return () => {
      wanted = false
    }
  }, [code, tries])
  const retry = useCallback(() => {
    setTries((before) => before + 1)
  }, [])
  const cast = async (answers: Answers): Promise<Problem | undefined> => {
    const body = { code, answers }
    const reply = await send({ path: '/api/public/ballot/cast', body }, castIn)
    // The answer to an earlier try was lost on its way: that one took the slip.
    const counted = !reply.ok && reply.problem.code === 'gone' && wasSent
    if (reply.ok || counted) {
      history.replaceState(null, '', pathOf('vote'))
      setCast(true)
      return undefined
    }
    if (reply.problem.kind === 'offline' || reply.problem.kind === 'away') setSent(true)
    return reply.problem
  }
  return { code, sheet, problem, isCast, begin, retry, cast }
}

function castIn(body: unknown): boolean {
  return flagIn(objectIn(body), 'cast')
}

/** A slip's code in the address; the hash may also name a place on the page. */
function codeInHash(): string {
  const [code = ''] = /[0-9A-Z-]{18,40}/i.exec(location.hash) ?? []
  return code
}
