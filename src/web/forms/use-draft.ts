import { useCallback, useEffect, useRef, useState } from 'react'
import { newId } from '../api/ids.ts'
import { useMe } from '../api/use-me.ts'
import { draftName, dropDraft, keepDraft, readDraft } from './draft.ts'
import type { FormValues } from './values.ts'

export type DraftHold = {
  readonly values: FormValues
  readonly ask: string
  /** True when what stands in the form was typed before and found again. */
  readonly found: boolean
  readonly set: (changes: FormValues) => void
  readonly drop: () => void
  /** Empties the form and begins a new intention. */
  readonly startOver: () => void
}

/** The values of a form, kept while they are typed. */
export function useDraft(key: string, initial: FormValues): DraftHold {
  const name = draftName(useMe().person.id, key)
  const first = useRef(initial)
  const [found, setFound] = useState(() => readDraft(localStorage, name))
  const [ask, setAsk] = useState(() => found?.ask ?? newId())
  const [values, setValues] = useState<FormValues>(() => ({ ...initial, ...found?.values }))
  const touched = useRef(found !== undefined)
  useEffect(() => {
    if (touched.current) keepDraft(localStorage, name, { ask, values, at: Date.now() })
  }, [name, ask, values])
  useEffect(() => {
    // Sent or thrown away in another tab: what stands here is an intention of its own, which must
    // not be taken for a resend of the other.
    const heard = ({ key, newValue }: StorageEvent) => {
      if (key === name && newValue === null) setAsk(newId())
    }
    window.addEventListener('storage', heard)
    return () => window.removeEventListener('storage', heard)
  }, [name])
  const set = useCallback((changes: FormValues) => {
    touched.current = true
    setValues((before) => ({ ...before, ...changes }))
  }, [])
  const drop = useCallback(() => {
    touched.current = false
    dropDraft(localStorage, name)
  }, [name])
  const startOver = useCallback(() => {
    drop()
    setFound(undefined)
    setAsk(newId())
    setValues(first.current)
  }, [drop])
  return { values, ask, found: found !== undefined, set, drop, startOver }
}
