import { useEffect, useState } from 'react'

const turnMs = 12_000

/** Turns over pages of rows by itself, for a screen that nobody touches. */
export function useTurning<T>(rows: readonly T[], size: number) {
  const [at, setAt] = useState(0)
  const pages = Math.max(1, Math.ceil(rows.length / size))
  useEffect(() => {
    const timer = setInterval(() => setAt((page) => page + 1), turnMs)
    return () => clearInterval(timer)
  }, [])
  const page = at % pages
  return { shown: rows.slice(page * size, (page + 1) * size), page, pages }
}
