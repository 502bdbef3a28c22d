import { appealLife } from '../load/appeal-life.ts'
import type { Crew } from '../load/workers.ts'

/** Lives one after another behind what is measured, until it is over; gives lives a second. */
export async function behind<T>(
  crew: Crew,
  work: () => Promise<T>,
): Promise<{ readonly made: T; readonly perSecond: number }> {
  let isOver = false
  let done = 0
  const began = performance.now()
  const writing = Promise.all(
    crew.workers.map(async (worker) => {
      while (!isOver) await appealLife(worker, (done += 1))
    }),
  )
  // A failure is met at the end.
  writing.catch(() => undefined)
  try {
    const made = await work()
    return { made, perSecond: done / ((performance.now() - began) / 1000) }
  } finally {
    isOver = true
    await writing
  }
}
