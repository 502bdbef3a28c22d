import { useSyncExternalStore } from 'react'
import { type At, pageAt, pathOf } from './page-address.ts'

/** The page shown now. Every page is an entry of the browser's history, so back goes back. */
export function usePage(): At {
  const search = useSyncExternalStore(listen, () => location.search)
  return pageAt(search)
}

export function go(at: At, how: { readonly replace?: boolean } = {}): void {
  if (how.replace === true) history.replaceState(null, '', pathOf(at))
  else history.pushState(null, '', pathOf(at))
  for (const tell of listeners) tell()
}

const listeners = new Set<() => void>()

function listen(tell: () => void): () => void {
  listeners.add(tell)
  addEventListener('popstate', tell)
  return () => {
    listeners.delete(tell)
    removeEventListener('popstate', tell)
  }
}
