import { useState } from 'react'
import type { Problems } from '../ask/checks.ts'

const none: Problems = {}

/**
 * What the last try to go on found wrong. Every try is a new list, so that the summary is read
 * again; of it only what is still wrong is shown, where `now` says what is.
 */
export function useProblems(now?: Problems) {
  const [found, setFound] = useState<Problems>(none)
  return {
    tried: found,
    problems: now === undefined ? found : stillWrong(found, now),
    /** Whether one may go on. */
    check: (wrong: Problems): boolean => {
      const clear = Object.keys(wrong).length === 0
      setFound(clear ? none : { ...wrong })
      return clear
    },
  }
}

function stillWrong(found: Problems, now: Problems): Problems {
  return Object.fromEntries(
    Object.keys(found).flatMap((field) => {
      const says = now[field]
      return says === undefined ? [] : [[field, says]]
    }),
  )
}
