/** What a measured value may be: bounds in the value's own unit of measure. */
export type Interval = { readonly low: number; readonly high: number }

/** Two-sided 95 %. */
const z = 1.959963984540054

/**
 * A share (0…1) of `of` cases: Wilson's score interval, which stays inside 0…1 and is honest for few
 * cases. A rate above 1 is no share of its base: it is taken as a count per base.
 */
export function intervalOfRate(cases: number, of: number): Interval {
  if (cases > of) return scaled(intervalOfCount(cases), 1 / of)
  const share = Math.max(0, cases) / of
  const middle = share + (z * z) / (2 * of)
  const half = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  const whole = 1 + (z * z) / of
  return { low: Math.max(0, (middle - half) / whole), high: Math.min(1, (middle + half) / whole) }
}

/** A number of cases: the score interval of a count (Poisson), in cases. */
export function intervalOfCount(cases: number): Interval {
  const counted = Math.max(0, cases)
  const half = z * Math.sqrt(counted + (z * z) / 4)
  const middle = counted + (z * z) / 2
  return { low: Math.max(0, middle - half), high: middle + half }
}

/** The same bounds in another unit of measure. */
export function scaled({ low, high }: Interval, factor: number): Interval {
  return { low: low * factor, high: high * factor }
}
