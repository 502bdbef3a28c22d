import { randomFillSync } from 'node:crypto'

const drawnAtOnce = 4096
let drawn = Buffer.alloc(0)
let given = 0

/** Unpredictable bytes, given out once: drawing a few costs as much as drawing many, and a written
 *  record takes a dozen draws. Not for what must be drawn alone, such as keys and passwords. */
export function freshBytes(count: number): Buffer {
  if (given + count > drawn.length) {
    drawn = randomFillSync(Buffer.alloc(Math.max(drawnAtOnce, count)))
    given = 0
  }
  given += count
  return drawn.subarray(given - count, given)
}
