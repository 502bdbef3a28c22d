import { useCallback, useEffect, useState } from 'react'
import { useMe, useWork } from '../work/use-work.ts'
import { usedNow } from './categories.ts'

/** Values used last in this post on this device: of categories, or of grids. */
export function useRecent(what: 'category' | 'grid') {
  const { store } = useWork()
  const { post } = useMe()
  const [used, setUsed] = useState<readonly string[]>([])
  const key = `recent|${post.id}|${what}`
  useEffect(() => {
    let wanted = true
    void store.kept(key).then((kept) => {
      if (wanted && Array.isArray(kept)) setUsed(kept.map(String))
    })
    return () => {
      wanted = false
    }
  }, [store, key])
  const use = useCallback(
    (value: string) => store.keep(key, usedNow(used, value)),
    [store, key, used],
  )
  return { used, use }
}
