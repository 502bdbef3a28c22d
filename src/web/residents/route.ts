import { useSyncExternalStore } from 'react'
import { pageAt, type PageName, pages, pathOf } from './page-address.ts'

/** The page shown now. Every page is an entry of the browser's history, so back goes back. */
export function usePage(): PageName {
  return useSyncExternalStore(listen, () => pageAt(location.search))
}

/** Opens a page. `next` is where its own 'go on' leads when it was opened to change one answer. */
export function go(page: PageName, how: { replace?: boolean; next?: PageName } = {}): void {
  const state = how.next === undefined ? null : { next: how.next }
  if (how.replace === true) history.replaceState(state, '', pathOf(page))
  else history.pushState(state, '', pathOf(page))
  for (const tell of listeners) tell()
}

export function nextAfter(usual: PageName): PageName {
  const state: unknown = history.state
  if (typeof state !== 'object' || state === null || !('next' in state)) return usual
  return pages.find((page) => page === state.next) ?? usual
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
