import { useSyncExternalStore } from 'react'

/** What is known of the worker behind the page. */
export type Shell = {
  /** A newer page has been put in place of the one shown. */
  readonly isNew: boolean
  /** Browsers keep pages for use without a line only where they come by https. */
  readonly isSecure: boolean
}

let shell: Shell = { isNew: false, isSecure: isSecureContext }
const listeners = new Set<() => void>()

export function useShell(): Shell {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    () => shell,
  )
}

export function shellIsNew(): void {
  shell = { ...shell, isNew: true }
  for (const listener of listeners) listener()
}
