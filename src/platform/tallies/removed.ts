import type { Delta } from '../../kernel/derive.ts'
import { covers } from '../../kernel/directory.ts'
import { type Indicator, isCover, type Term } from '../../kernel/indicator.ts'
import type { Span } from '../../kernel/period.ts'
import type { Counts } from './counted.ts'
import { isStock } from './needs.ts'

/** What one record added to the counts of its kind. */
export type Removed = Delta & { readonly kind: string }

/** Counts as they would be had some records never been counted. */
export function lessened(counts: Counts, removed: readonly Removed[]): Counts {
  if (removed.length === 0) return counts
  return {
    ...counts,
    count(asked) {
      const { level, area, value, kind, measure, stock, span } = asked
      const of = level === 'unit' ? { unit: area } : { area }
      const less = sumOf(
        removed,
        (one) =>
          is(one, { kind, measure, stock, span, of }) &&
          (value === undefined || one.category === value),
      )
      return counts.count(asked) - less
    },
  }
}

/** How much of the terms of a figure goes with them. */
export function removedOf(
  removed: readonly Removed[],
  indicator: Indicator,
  { terms, span, of }: { readonly terms: readonly Term[]; readonly span: Span; readonly of: Of },
): number {
  return terms.reduce((total, term) => {
    if (isCover(term)) return total
    const { kind, measure, weight } = term
    const stock = isStock(indicator, measure)
    return total + weight * sumOf(removed, (one) => is(one, { kind, measure, stock, span, of }))
  }, 0)
}

type Of = { readonly area: number } | { readonly unit: number }

type Asked = {
  readonly kind: string
  readonly measure: string
  readonly stock: boolean
  readonly span: Span
  readonly of: Of
}

function is(one: Removed, { kind, measure, stock, span, of }: Asked): boolean {
  return (
    one.kind === kind &&
    one.measure === measure &&
    one.day <= span.to &&
    (stock || one.day >= span.from) &&
    ('unit' in of ? one.unit === of.unit : covers(of.area, one.place))
  )
}

function sumOf(removed: readonly Removed[], wanted: (one: Removed) => boolean): number {
  return removed.reduce((sum, one) => sum + (wanted(one) ? one.n : 0), 0)
}
