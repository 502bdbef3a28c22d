import { query } from '../api/client.ts'
import type { Filters } from '../lists/filters.ts'
import type { OverviewView, Span } from './view.ts'

/** Where the lists behind the numbers are: the same filters, of the same kind. */
export type Behind = {
  readonly open: (area?: number) => string
  /** Whatever the period: what is open now, the soonest due first. */
  readonly openNow: () => string
  readonly state: (state: string) => string
  readonly late: (more?: { readonly area?: number; readonly unit?: number }) => string
  readonly counted: (
    measure: string,
    more?: { readonly area?: number; readonly span?: Span; readonly category?: string },
  ) => string
}

/** A stock of today is a list as it is now; one of a past day is the list as of that day. */
export function behindOf(
  path: string,
  { area, period, reorganised }: OverviewView,
  today: string,
): Behind {
  const to = (filters: Filters) => path + query(filters)
  const at = period.to === today ? { open: '1' } : { at: period.to }
  const here = (code = area.code): Filters => ({
    area: String(code),
    ...(reorganised?.as === 'now' ? { as: 'now' } : {}),
  })
  return {
    open: (code) => to({ ...here(code), ...at }),
    openNow: () => to({ ...here(), open: '1', sort: 'due' }),
    state: (state) => to({ ...here(), state, ...(period.to === today ? {} : { at: period.to }) }),
    late: ({ area: code, unit } = {}) =>
      to({
        ...here(code),
        open: '1',
        late: '1',
        ...(unit === undefined ? {} : { unit: String(unit) }),
      }),
    counted: (measure, { area: code, span = period, category } = {}) =>
      to({
        ...here(code),
        measure,
        from: span.from,
        to: span.to,
        ...(category === undefined ? {} : { category }),
      }),
  }
}
