import type { Reading } from './score.ts'

/** A reading as it was drawn, less what leaving some cases out takes from the reading of today. Of
 *  what is hidden nothing can be taken. */
export function without(drawn: Reading, now: Reading, left: Reading): Reading {
  if ([drawn, now, left].some((one) => 'hidden' in one)) return drawn
  const { expected } = drawn
  const gone = (now.expected ?? 0) - (left.expected ?? 0)
  return {
    ...drawn,
    numerator: drawn.numerator - (now.numerator - left.numerator),
    denominator: drawn.denominator - (now.denominator - left.denominator),
    ...(expected === undefined ? {} : { expected: expected - gone }),
  }
}
