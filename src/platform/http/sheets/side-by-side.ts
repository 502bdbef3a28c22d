import { setImmediate } from 'node:timers/promises'

/** Tells that the work goes on; throws when it must end here. */
export type GoesOn = () => Promise<void>

export const askedAtOnce = 48
/** Beginnings are decided without reading what others wait for. */
export const begunAtOnce = 144
export const settledAtOnce = 384
/** So many are begun in one turn of the loop; then whoever else waits for this process has theirs. */
const begunInOneTurn = 6

export function partsOf<T>(all: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, part) =>
    all.slice(part * size, (part + 1) * size),
  )
}

/** Each in its turn by one of several hands, so that a slow one holds up only its own. */
export async function sideBySide<T, R>(
  all: readonly T[],
  hands: number,
  work: (one: T) => Promise<R>,
): Promise<readonly R[]> {
  const done: R[] = []
  const queue = all.entries()
  const turn = turnsOf(begunInOneTurn)
  const hand = async () => {
    for (const [place, one] of queue) {
      await turn()
      done[place] = await work(one)
    }
  }
  await Promise.all(Array.from({ length: hands }, hand))
  return done
}

type Stream<T, R> = {
  readonly hands: number
  readonly work: (one: T) => Promise<R>
  /** Writes down what became of many, while the next are worked on. */
  readonly settle: (done: readonly R[]) => Promise<void>
}

/** The same for more than one wants to hold: what became of them is told part by part. When one fails,
 *  no other is begun and nothing more is told: where the store was lost, so may be what it had taken,
 *  and what is begun again is recognised. */
export async function streamed<T, R>(
  all: readonly T[],
  { hands, work, settle }: Stream<T, R>,
): Promise<void> {
  const queue = all.values()
  const turn = turnsOf(begunInOneTurn)
  let done: R[] = []
  let settling = Promise.resolve()
  let isEnding = false
  const ending = (error: unknown): never => {
    isEnding = true
    throw error
  }
  const settled = async () => {
    const [before, part] = [settling, done]
    done = []
    settling = before.then(() => settle(part))
    settling.catch(ending).catch(() => undefined)
    await before
  }
  const hand = async () => {
    for (const one of queue) {
      await turn()
      if (isEnding) return
      // Whose row ends here may find another list than when it began.
      const outcome = await work(one).catch(ending)
      done.push(outcome)
      if (done.length >= settledAtOnce) await settled()
    }
  }
  const ended = await Promise.allSettled(Array.from({ length: hands }, hand))
  const failed = ended.find((one) => one.status === 'rejected')
  if (failed === undefined) await settled()
  await settling
  if (failed !== undefined) throw failed.reason
}

/** Lets a few pass in each turn of the loop. */
function turnsOf(size: number): () => Promise<void> {
  let passed = 0
  let next: Promise<void> | undefined
  return async () => {
    while (passed >= size) {
      next ??= setImmediate().then(() => {
        passed = 0
        next = undefined
      })
      await next
    }
    passed += 1
  }
}
