/** Lets one tab, or the worker behind them, send at a time. */
export function inTurn<T>(locks: LockManager | undefined, act: () => Promise<T>): Promise<T> {
  // Browsers know no locks without https. Then two tabs may send the same thing twice, which the
  // server takes once.
  return locks === undefined ? act() : locks.request('tongxin-grid-outbox', act)
}

/** Runs an act one at a time; asked again while it runs, it runs once more and no oftener. */
export function oneAfterAnother(act: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined
  const start = (): Promise<void> => {
    running = act().finally(() => {
      running = undefined
    })
    return running
  }
  return () => {
    if (running === undefined) return start()
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined
        return start()
      })
    return next
  }
}
