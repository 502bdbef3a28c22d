type Listener = (away: boolean) => void

/**
 * Whether the session ran out while a page is open. Requests that met it wait here and are sent
 * again once the same person is back; what stands on the page is never touched.
 */
type Session = {
  /** Resolves true when the same person signed in again, false when the page will be left. */
  readonly away: () => Promise<boolean>
  readonly back: (samePerson: boolean) => void
  readonly isAway: () => boolean
  readonly watch: (listener: Listener) => () => void
}

export function makeSession(): Session {
  const listeners = new Set<Listener>()
  let waiting: ((same: boolean) => void)[] = []
  let isAway = false
  const turn = (away: boolean) => {
    isAway = away
    for (const listener of listeners) listener(away)
  }
  return {
    away: () =>
      new Promise((resolve) => {
        waiting.push(resolve)
        if (!isAway) turn(true)
      }),
    back: (samePerson) => {
      const resumed = waiting
      waiting = []
      turn(false)
      for (const resolve of resumed) resolve(samePerson)
    },
    isAway: () => isAway,
    watch: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
