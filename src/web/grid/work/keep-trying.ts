import type { Work } from './work.ts'

const firstMs = 5_000
const mostMs = 60_000

/** Begins a round whenever there may be a line again: on opening, when the browser says so, when
 *  the page is looked at, and every now and then while something waits. */
export function keepTrying(work: Work): void {
  let waitMs = firstMs
  let timer: ReturnType<typeof setTimeout> | undefined
  const now = () => {
    waitMs = firstMs
    void work.round()
  }
  const later = () => {
    if (timer !== undefined || !hasReason(work)) return
    timer = setTimeout(() => {
      timer = undefined
      waitMs = Math.min(mostMs, waitMs * 2)
      if (!document.hidden) void work.round()
      later()
    }, waitMs)
  }
  addEventListener('online', now)
  addEventListener('offline', work.lineIsDown)
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) now()
  })
  work.subscribe(later)
  now()
}

function hasReason(work: Work): boolean {
  const { line, entries, session } = work.get()
  const waits = entries.some(({ state }) => state === 'waiting')
  return session !== 'ended' && (line === 'down' || waits)
}
