import { textOf } from '../../../../kernel/field.ts'
import type { RecordState } from '../../../../kernel/record.ts'
import type { Step } from '../../../../kernel/rehearsal.ts'
import { dayOf } from '../../../../kernel/time.ts'

/** Appeals by area, kind and month in which they began: what somebody who proposes has read. */
export type Ledger = {
  readonly hears: (step: Step) => void
  /** The kind an area was asked for most in a month, leaving out those that are taken. */
  readonly top: (area: number, month: string, taken: ReadonlySet<string>) => Top | undefined
  /** Districts or streets in the order in which one kind was asked for most. */
  readonly highest: (areas: readonly number[], month: string) => readonly number[]
}
export type Top = { readonly category: string; readonly count: number }

export function demandLedger(): Ledger {
  const counts = new Map<string, Map<string, number>>()
  const add = (record: RecordState, n: number) => {
    const category = textOf(record.fields, 'category')
    if (category === undefined) return
    const month = dayOf(record.openedAt).slice(0, 7)
    const { city, district, street } = record.place
    for (const area of [city, district, street]) {
      if (area === undefined) continue
      const key = `${area}|${month}`
      const kinds = counts.get(key) ?? new Map<string, number>()
      counts.set(key, kinds)
      kinds.set(category, (kinds.get(category) ?? 0) + n)
    }
  }
  const top: Ledger['top'] = (area, month, taken) => {
    let best: Top | undefined
    for (const [category, count] of counts.get(`${area}|${month}`) ?? [])
      if (!taken.has(`${area}|${category}`) && count > (best?.count ?? 0))
        best = { category, count }
    return best
  }
  return {
    hears: ({ before, after }) => {
      const same =
        before?.fields['category'] === after.fields['category'] && before?.place === after.place
      if (same) return
      if (before !== undefined) add(before, -1)
      add(after, 1)
    },
    top,
    highest: (areas, month) => {
      const count = (area: number) => top(area, month, new Set())?.count ?? 0
      return areas.toSorted((a, b) => count(b) - count(a) || a - b)
    },
  }
}
