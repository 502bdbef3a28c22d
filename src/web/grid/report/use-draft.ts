import { useEffect, useMemo, useRef, useState } from 'react'
import { newId } from '../../residents/net/new-id.ts'
import { useMe, useWork } from '../work/use-work.ts'
import { draftPrefix } from '../work/who.ts'
import { type Draft, draftIn, draftOf, newDraft } from './draft.ts'

export type Drafting = {
  /** Absent until what the device keeps has been read. */
  readonly draft?: Draft
  readonly change: (part: Partial<Draft>) => Promise<void>
  readonly drop: () => Promise<void>
}

/** The finding being written down, or the refused entry `id` being corrected. Every change is kept
 *  on the device, so that a closed page loses nothing. */
export function useDraft(id: string | undefined): Drafting {
  const { store } = useWork()
  const { post } = useMe()
  const [draft, setDraft] = useState<Draft>()
  // Two changes may come before the page has drawn the first.
  const latest = useRef<Draft>(undefined)
  // A change may come before the device has been read: it waits, and is not lost.
  const isRead = useRef<Promise<void>>(undefined)
  const key = `${draftPrefix}${post.id}|${id ?? ''}`
  useEffect(() => {
    let wanted = true
    const load = async () => {
      const kept = draftIn(await store.kept(key))
      const entry = await store.entry(id ?? kept?.id ?? '')
      // A page killed between keeping an entry and dropping its draft leaves both.
      const begun = id === undefined && entry !== undefined ? undefined : kept
      const corrected = id === undefined || entry === undefined ? undefined : draftOf(entry)
      if (!wanted) return
      latest.current = begun ?? corrected ?? newDraft(newId())
      setDraft(latest.current)
    }
    isRead.current = load()
    return () => {
      wanted = false
    }
  }, [store, key, id])
  return useMemo(
    () => ({
      ...(draft === undefined ? {} : { draft }),
      async change(part) {
        await isRead.current
        if (latest.current === undefined) return
        const next = { ...latest.current, ...part }
        latest.current = next
        setDraft(next)
        await store.keep(key, next)
      },
      drop: () => store.forget([key]),
    }),
    [draft, store, key],
  )
}
