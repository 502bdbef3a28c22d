import type { Child, OverviewView, Share } from './view.ts'

/** What is told of every area below: what its kind counts, and what it may be compared with. */
export type Shown = {
  readonly moved: boolean
  /** How lateness is told: as it stands now, or what ran late in a past period. */
  readonly late: '已超时' | '新超时' | undefined
  readonly everLate: boolean
  readonly shares: readonly Share[]
}

export function shownIn(
  { measures, period, stock, shares }: OverviewView,
  compares: boolean,
): Shown {
  return {
    moved: compares && !period.runs,
    late: stock.late !== undefined ? '已超时' : measures.late === undefined ? undefined : '新超时',
    everLate: measures.everLate !== undefined,
    shares: shares.filter(({ by }) => by !== 'month'),
  }
}

export function lateOf({ late, lateNow }: Child): number {
  return lateNow ?? late
}
