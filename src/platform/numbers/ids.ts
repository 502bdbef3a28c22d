import { v5, v7 } from 'uuid'
import { freshBytes } from '../crypto/fresh-bytes.ts'

let msecs = -Infinity
let seq = 0

/** A new id, in order of time (UUIDv7), those of one millisecond included. */
export function newId(): string {
  const random = freshBytes(16)
  const now = Date.now()
  if (now > msecs) {
    msecs = now
    // Half of its room is left for what follows in the same millisecond.
    seq = random.readUInt32BE(6) >>> 1
  } else seq += 1
  return v7({ random, msecs, seq })
}

/** The id of what follows from something: made twice, it is the same, so a repeated effect is
 *  recognised. The name tells apart what follows from one thing. */
export function derivedId(id: string, name: string): string {
  return v5(name, id)
}
