import { dayMs, dayOf, hourMs, type Instant, startOfDay, weekdayOf } from '../../../kernel/time.ts'
import type { Random } from '../random.ts'

/** Something that many people of one place speak of in the same weeks. */
export type HotSpot = {
  readonly community: number
  readonly leaf: string
  readonly exactly: string
  readonly moments: readonly Instant[]
}

type Described = {
  readonly community: number
  readonly leaf: string
  readonly exactly: string
  /** Calls in each week, the last week first. */
  readonly weeks: readonly number[]
  /** Hours of the day from which, and on which days of the week it is. */
  readonly hour: number
  readonly days: readonly number[]
}

const DESCRIBED: readonly Described[] = [
  {
    community: 530_102_001_007,
    leaf: '0502',
    exactly: '翠湖北巷烧烤店一带',
    weeks: [13, 9, 5, 2],
    hour: 21,
    days: [0, 4, 5, 6],
  },
  {
    community: 530_102_001_006,
    leaf: '0103',
    exactly: '北门农贸市场门口',
    weeks: [8, 5, 3],
    hour: 17,
    days: [1, 2, 3, 4, 5, 6],
  },
  {
    community: 530_111_001_001,
    leaf: '0704',
    exactly: '下穿通道北口',
    weeks: [7, 2],
    hour: 7,
    days: [0, 1, 2, 3, 4, 5, 6],
  },
]

export function hotSpots(random: Random, span: { from: Instant; to: Instant }): readonly HotSpot[] {
  return DESCRIBED.map(({ community, leaf, exactly, weeks, hour, days }) => ({
    community,
    leaf,
    exactly,
    moments: weeks
      .flatMap((count, back) =>
        Array.from({ length: count }, () =>
          momentIn(random, { end: span.to - back * 7 * dayMs, hour, days }),
        ),
      )
      .filter((at) => at > span.from && at < span.to)
      .toSorted((a, b) => a - b),
  }))
}

/** Some evening of the week before `end`, on one of the days. */
function momentIn(
  random: Random,
  { end, hour, days }: { end: Instant; hour: number; days: readonly number[] },
): Instant {
  for (let tries = 0; tries < 50; tries += 1) {
    const day = dayOf(end - random() * 7 * dayMs)
    if (days.includes(weekdayOf(day))) return startOfDay(day) + (hour + random() * 2.8) * hourMs
  }
  return end - dayMs
}
