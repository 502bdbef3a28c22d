import { v7 } from 'uuid'
import { type Day, dayOf, type Instant } from '../../kernel/time.ts'
import { casesPerDay, formatCaseNumber } from '../../platform/numbers/case-number.ts'
import { between, seededRandom } from './random.ts'

/** Ids and case numbers of a past that never was: of its moments, and the same for the same seed.
 *  Pasts that are made side by side number their cases so many `ahead` of one another. */
export function pastIds(
  seed: number,
  ahead = 0,
): {
  readonly newId: (at: Instant) => string
  readonly newNumber: (at: Instant) => string
} {
  const random = seededRandom(seed)
  const given = new Map<Day, number>()
  const bytes = new Uint8Array(16)
  const view = new DataView(bytes.buffer)
  return {
    newId: (at) => {
      for (let place = 0; place < 16; place += 4) view.setUint32(place, random() * 2 ** 32)
      return v7({ msecs: Math.floor(at), random: bytes })
    },
    newNumber: (at) => {
      const day = dayOf(at)
      const next = (given.get(day) ?? firstOfDemo + ahead) + between(random, 1, 90)
      given.set(day, next)
      return formatCaseNumber(day, next)
    },
  }
}

/** Far above the numbers that running processes take, below those that imports take. */
const firstOfDemo = Math.floor(casesPerDay / 2) - 1_000_000
