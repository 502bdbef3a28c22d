import { useSyncExternalStore } from 'react'
import { newId } from '../net/new-id.ts'
import { forget, keep, kept, onKeptElsewhere } from '../storage.ts'
import { type Draft, draftIn, emptyDraft, hasWords } from './draft.ts'

const key = 'draft'
const listeners = new Set<() => void>()
let current = draftIn(kept(key), Date.now()) ?? emptyDraft(newId())

/** The draft, the same on every page and in every tab of this device. */
export function useDraft(): Draft {
  return useSyncExternalStore(listen, () => current)
}

/** Keeps a change at once: a tab may close at any letter. */
export function changeDraft(change: Partial<Draft>): void {
  set({ ...current, ...change, savedAt: Date.now() })
  if (hasWords(current)) keep(key, current)
  else forget(key)
}

/** For what is computed while something else may have changed the draft. */
export function changeDraftBy(change: (draft: Draft) => Partial<Draft>): void {
  changeDraft(change(current))
}

export function dropDraft(): void {
  forget(key)
  set(emptyDraft(newId()))
}

function set(draft: Draft): void {
  current = draft
  for (const tell of listeners) tell()
}

function listen(tell: () => void): () => void {
  listeners.add(tell)
  const stop = onKeptElsewhere(key, () => {
    set(draftIn(kept(key), Date.now()) ?? emptyDraft(newId()))
  })
  return () => {
    listeners.delete(tell)
    stop()
  }
}
