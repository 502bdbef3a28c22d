import type { Delta } from '../../kernel/derive.ts'
import { covers } from '../../kernel/directory.ts'
import type { AskedCount, Counts } from './counted.ts'

/** What one record added to the counts of its kind. */
export type Removed = Delta & { readonly kind: string }

/** Counts as they would be had some records never been counted. */
export function lessened(counts: Counts, removed: readonly Removed[]): Counts {
  if (removed.length === 0) return counts
  return { ...counts, count: (asked) => counts.count(asked) - lessOf(removed, asked) }
}

/** How much less is counted of one thing. */
export function lessOf(removed: readonly Removed[], asked: Asked): number {
  return removed.reduce((sum, one) => sum + (liesIn(one, asked) && is(one, asked) ? one.n : 0), 0)
}

type Asked = Omit<AskedCount, 'level'> & { readonly level: AskedCount['level'] | undefined }

function liesIn(one: Removed, { level, area, kind, stock, span }: Asked): boolean {
  return (
    one.kind === kind &&
    one.day <= span.to &&
    (stock || one.day >= span.from) &&
    (level === 'unit' ? one.unit === area : covers(area, one.place))
  )
}

function is(one: Removed, { measure, value }: Asked): boolean {
  return one.measure === measure && (value === undefined || one.category === value)
}
