export type Lateness = {
  /** By how much the process is late with what is due, over the last moments. */
  ms(): number
  stop(): void
}

const everyMs = 200
/** So one long piece of work alone is not taken for being late all the time. */
const weight = 0.3

/** Watches how late a timer comes: by as much everything else that is due waits too. */
export function startLateness(steadyNow: () => number = () => performance.now()): Lateness {
  let late = 0
  let last = steadyNow()
  const timer = setInterval(() => {
    const now = steadyNow()
    late += weight * (Math.max(0, now - last - everyMs) - late)
    last = now
  }, everyMs)
  timer.unref()
  return { ms: () => late, stop: () => clearInterval(timer) }
}
