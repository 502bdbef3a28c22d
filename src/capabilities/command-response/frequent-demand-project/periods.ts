import { addDays, type Day, monthNumberOf } from '../../../kernel/time.ts'

const lengths = [1, 3, 6, 12]

/** Months of a whole month, quarter, half-year or year; undefined when it is none of these. Whole
 *  periods keep anyone from choosing the days on which a demand stood high. */
export function wholeMonths(from: Day, to: Day): number | undefined {
  const next = addDays(to, 1)
  if (!from.endsWith('-01') || !next.endsWith('-01')) return undefined
  const months = monthNumberOf(next) - monthNumberOf(from)
  return lengths.includes(months) && monthNumberOf(from) % months === 0 ? months : undefined
}
