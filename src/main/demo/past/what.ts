import { type CategoryLeaf, categoryLeaves } from '../categories.ts'
import type { Random } from '../random.ts'
import { drawn, weighted, type Weighted } from './weights.ts'

/** How often each first-level category is spoken of, in communities and in villages. */
const URBAN: Readonly<Record<string, number>> = {
  '01': 9,
  '02': 4,
  '03': 11,
  '04': 10,
  '05': 10,
  '06': 7,
  '07': 7,
  '08': 3,
  '09': 4,
  10: 4,
  11: 6,
  12: 5,
  13: 3,
  14: 3,
  15: 2.5,
  16: 4,
  17: 3.5,
  18: 4,
  19: 4,
  20: 3.5,
  22: 6,
}
const RURAL: Readonly<Record<string, number>> = {
  '01': 6,
  '02': 6,
  '03': 4,
  '05': 2,
  '06': 8,
  '07': 8,
  '09': 6,
  10: 3,
  11: 3,
  12: 6,
  13: 4,
  14: 4,
  15: 6,
  16: 2,
  17: 4,
  20: 2,
  21: 18,
  22: 6,
}
/** Leaves that their months bring: water in the rains, school places in summer, fires in winter. */
const SEASONS: readonly (readonly [leaf: string, months: readonly number[], times: number])[] = [
  ['0704', [5, 6, 7, 8, 9, 10], 3],
  ['0705', [6, 7, 8, 9], 2],
  ['1704', [6, 7, 8, 9], 2],
  ['1003', [6, 7, 8, 9], 3],
  ['1301', [5, 6, 7, 8], 4],
  ['0503', [4, 5, 6, 7, 8, 9], 1.8],
  ['0901', [6, 7, 8, 9], 1.5],
  ['0806', [3, 4, 5], 2],
  ['1706', [1, 2], 4],
  ['1201', [1, 2, 12], 2.2],
  ['0905', [1, 2, 3, 11, 12], 2.5],
  ['1505', [3, 4], 1.8],
]

/** What is spoken of in a month, in a community of the city or in a village. */
export type Topics = (
  random: Random,
  at: { readonly month: number; readonly rural: boolean },
) => CategoryLeaf

export function topics(): Topics {
  const tables = new Map<string, Weighted<CategoryLeaf>>()
  return (random, { month, rural }) => {
    const key = `${month}|${rural}`
    const table = tables.get(key) ?? tableOf(month, rural)
    tables.set(key, table)
    return drawn(random, table)
  }
}

function tableOf(month: number, rural: boolean): Weighted<CategoryLeaf> {
  const groups = rural ? RURAL : URBAN
  const leaves = categoryLeaves.filter(({ setting }) => setting !== (rural ? 'urban' : 'rural'))
  const sizes = Map.groupBy(leaves, (leaf) => leaf.parent)
  return weighted(leaves, (leaf) => {
    const season = SEASONS.find(([code, months]) => code === leaf.code && months.includes(month))
    return ((groups[leaf.parent] ?? 0) / (sizes.get(leaf.parent)?.length ?? 1)) * (season?.[2] ?? 1)
  })
}
