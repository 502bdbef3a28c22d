import { addDays, type Day } from '../../../kernel/time.ts'

const lengths = [1, 3, 6, 12]

/** Months of a whole month, quarter, half-year or year; undefined when it is none of these. Whole
 *  periods keep anyone from choosing the days on which a demand stood high. */
export function wholeMonths(from: Day, to: Day): number | undefined {
  const next = addDays(to, 1)
  if (!from.endsWith('-01') || !next.endsWith('-01')) return undefined
  const months = monthOf(next) - monthOf(from)
  return lengths.includes(months) && monthOf(from) % months === 0 ? months : undefined
}

function monthOf(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
}
