/** Tells that the work goes on; throws when it must end here. */
export type GoesOn = () => Promise<void>

export const askedAtOnce = 48
export const settledAtOnce = 384

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
  const hand = async () => {
    for (const [place, one] of queue) done[place] = await work(one)
  }
  await Promise.all(Array.from({ length: hands }, hand))
  return done
}
