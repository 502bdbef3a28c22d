import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { instantOf } from '../../kernel/time.ts'
import { meQuery } from './use-me.ts'

/** The server's time, not the machine's: clocks of office machines are wrong, and a due time is
 *  judged by the server. Moves on every half minute. */
export function useNow(): number {
  const { data, dataUpdatedAt } = useQuery(meQuery)
  const [local, setLocal] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setLocal(Date.now()), 30_000)
    return () => clearInterval(timer)
  }, [])
  const said = data === undefined ? undefined : instantOf(data.now)
  if (said === undefined) return local
  return said + Math.max(0, local - dataUpdatedAt)
}
