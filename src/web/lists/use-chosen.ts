import { useState } from 'react'
import type { RecordRow } from '../api/types.ts'
import { useGo } from '../api/use-address.ts'
import { useKeys } from '../keys/use-keys.ts'

/** The rows chosen and the row under the hand, moved by keys as on the workbench. */
export function useChosen(rows: readonly RecordRow[]): {
  readonly chosen: readonly string[]
  readonly choose: (ids: readonly string[]) => void
  readonly at: string | undefined
} {
  const go = useGo()
  const [chosen, choose] = useState<readonly string[]>([])
  const [at, setAt] = useState<string>()
  const index = rows.findIndex((row) => row.id === at)
  const move = (by: number) => {
    const next = rows[index < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, index + by))]
    if (next === undefined) return
    setAt(next.id)
    document.querySelector(`[data-row-key="${next.id}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    Enter: () => {
      if (index >= 0 && at !== undefined) go(`/r/${at}`)
    },
    x: () => {
      if (index < 0 || at === undefined) return
      choose(chosen.includes(at) ? chosen.filter((one) => one !== at) : [...chosen, at])
    },
    '/': () => {
      const box = document.querySelector('[data-words] input, input[data-words]')
      if (box instanceof HTMLInputElement) box.focus()
    },
  })
  // What fell out of the list is no longer chosen: nothing unseen is worked on.
  const known = new Set(rows.map((row) => row.id))
  return { chosen: chosen.filter((id) => known.has(id)), choose, at }
}
