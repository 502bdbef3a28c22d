/**
 * Lets few works of a kind go at once, the rest in the order in which they came. What a process
 * begins all at once it ends all at once, late; and whoever only wants to look waits behind
 * everything that was begun. After `releaseMs`, where it is given, a work goes on beside the others:
 * where something stands still, those who wait must not stand behind each other.
 */
export function fewAtOnce(
  most: number,
  { releaseMs }: { readonly releaseMs?: number } = {},
): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let busy = 0

  const release = () => {
    const next = waiting.shift()
    if (next === undefined) busy -= 1
    else next()
  }

  return async (work) => {
    if (busy < most) busy += 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    let isHeld = true
    const leave = () => {
      if (isHeld) release()
      isHeld = false
    }
    const timer = releaseMs === undefined ? undefined : setTimeout(leave, releaseMs)
    try {
      return await work()
    } finally {
      clearTimeout(timer)
      leave()
    }
  }
}
