import type { Random } from '../random.ts'

/** Things to draw from, some oftener than others. */
export type Weighted<T> = { readonly items: readonly T[]; readonly ends: readonly number[] }

export function weighted<T>(items: readonly T[], weigh: (item: T) => number): Weighted<T> {
  let sum = 0
  return { items, ends: items.map((item) => (sum += weigh(item))) }
}

export function drawn<T>(random: Random, { items, ends }: Weighted<T>): T {
  const at = random() * (ends.at(-1) ?? 0)
  let [low, high] = [0, ends.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ends[middle] ?? 0) > at) high = middle
    else low = middle + 1
  }
  const item = items[low]
  if (item === undefined) throw new Error('nothing to draw from')
  return item
}
