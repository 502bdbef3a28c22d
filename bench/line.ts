/** What a bench reports. A ratio above its target is good: for speeds it is ours to the limit, for
 *  times and sizes the limit to ours. */
export type Line = {
  readonly name: string
  readonly ours: number
  readonly limit: number
  readonly unit: string
  readonly ratio: number
  readonly target: number
  readonly met: boolean
  readonly note?: string
}

type Measured = {
  readonly name: string
  readonly ours: number
  readonly limit: number
  readonly unit: string
  readonly target?: number
  readonly note?: string
}

export function moreIsBetter(measured: Measured): Line {
  return line(measured, measured.ours / measured.limit)
}

export function lessIsBetter(measured: Measured): Line {
  return line(measured, measured.ours === 0 ? Number.MAX_VALUE : measured.limit / measured.ours)
}

/** What may not happen at all. */
export function never(measured: Omit<Measured, 'limit' | 'target'>): Line {
  return line({ ...measured, limit: 0, target: 1 }, measured.ours === 0 ? 1 : 0)
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const [low, high] = [sorted[Math.ceil(middle) - 1] ?? 0, sorted[Math.floor(middle)] ?? 0]
  return (low + high) / 2
}

function line({ name, ours, limit, unit, target = 1, note }: Measured, ratio: number): Line {
  const shown = { name, ours: rounded(ours), limit: rounded(limit), unit, ratio: rounded(ratio) }
  return { ...shown, target, met: ratio >= target, ...(note === undefined ? {} : { note }) }
}

function rounded(value: number): number {
  return Number(value.toPrecision(4))
}
