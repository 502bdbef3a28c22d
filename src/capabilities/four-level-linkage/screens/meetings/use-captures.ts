import { useCallback, useEffect, useRef, useState } from 'react'
import { asApiError, type ApiError } from '../../../../web/api/api-error.ts'
import { newId } from '../../../../web/api/ids.ts'
import { useAsk } from '../../../../web/api/use-ask.ts'
import { useMe } from '../../../../web/api/use-me.ts'
import { type Capture, captureKey, keepCaptures, readCaptures } from './captures.ts'

const again = 8000

/** Decisions noted during a meeting: each is kept here first and sent with one id until it arrived,
 *  so that neither a lost network nor a closed page loses one or notes it twice. */
export function useCaptures(meeting: string) {
  const key = captureKey(useMe().person.id, meeting)
  const { ask } = useAsk()
  const [waiting, setWaiting] = useState(() => readCaptures(localStorage, key))
  const [refused, setRefused] = useState<ApiError>()
  const sending = useRef(false)
  const change = useCallback(
    (next: (before: readonly Capture[]) => readonly Capture[]) => {
      const after = next(readCaptures(localStorage, key))
      keepCaptures(localStorage, key, after)
      setWaiting(after)
    },
    [key],
  )
  const flush = useCallback(async () => {
    if (sending.current) return
    sending.current = true
    try {
      for (const { ask: id, words } of readCaptures(localStorage, key)) {
        const data = { decision: words }
        await ask({ kind: 'meeting', command: 'capture', id: meeting, data, ask: id })
        change((before) => before.filter((one) => one.ask !== id))
      }
      setRefused(undefined)
    } catch (error) {
      const why = asApiError(error)
      if (![0, 502, 503].includes(why.status)) setRefused(why)
    } finally {
      sending.current = false
    }
  }, [ask, change, key, meeting])
  useEffect(() => {
    if (waiting.length === 0) return undefined
    const timer = setInterval(() => void flush(), again)
    const online = () => void flush()
    window.addEventListener('online', online)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', online)
    }
  }, [flush, waiting.length])
  const capture = (words: string) => {
    change((before) => [...before, { ask: newId(), words }])
    void flush()
  }
  const drop = (id: string) => {
    change((before) => before.filter((one) => one.ask !== id))
    setRefused(undefined)
  }
  return { waiting, refused, capture, drop }
}
