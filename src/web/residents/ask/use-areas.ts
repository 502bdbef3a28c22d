import { useEffect, useState } from 'react'
import { type Area, loadAreas } from '../net/places.ts'
import type { Problem } from '../net/problem.ts'

type Loaded = {
  readonly parent: number
  readonly areas?: readonly Area[]
  readonly problem?: Problem
}

/** The areas right under one; nothing while there is none to look under. */
export function useAreasOf(parent: number | undefined) {
  const [loaded, setLoaded] = useState<Loaded>()
  const [tries, setTries] = useState(0)
  useEffect(() => {
    if (parent === undefined) return undefined
    let wanted = true
    void loadAreas(parent).then((reply) => {
      if (!wanted) return
      setLoaded(reply.ok ? { parent, areas: reply.value } : { parent, problem: reply.problem })
    })
    return () => {
      wanted = false
    }
  }, [parent, tries])
  const now = loaded?.parent === parent ? loaded : undefined
  return {
    areas: now?.areas,
    problem: now?.problem,
    reload: () => {
      setTries((before) => before + 1)
    },
  }
}
