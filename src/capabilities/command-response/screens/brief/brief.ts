import type { RecordRow } from '../../../../web/api/types.ts'
import type { Filters } from '../../../../web/lists/filters.ts'

/** What `/api/brief` says of one day in one area. */
export type BriefView = {
  readonly date: string
  readonly area: { readonly code: number; readonly name: string }
  readonly sentence: string
  readonly figures: readonly Figure[]
  readonly late: readonly LateUnit[]
  readonly clusters: readonly Cluster[]
  readonly units: readonly {
    readonly unit: UnitName
    readonly open: number
    readonly late: number
  }[]
  readonly returned: readonly RecordRow[]
  readonly suspended: readonly RecordRow[]
}

export type Figure = {
  readonly name: string
  readonly label: string
  readonly value: number
  readonly base?: number
  readonly before?: number
}

export type LateUnit = {
  readonly unit: UnitName
  readonly count: number
  readonly rows: readonly RecordRow[]
}

export type Cluster = {
  readonly category: string
  readonly categoryLabel: string
  readonly area: { readonly code: number; readonly path: string }
  readonly count: number
  /** What the same weeks before brought on average. */
  readonly before: number
  readonly rows: readonly RecordRow[]
}

export type UnitName = { readonly id: number; readonly name: string }

/** The list behind a figure, with the filters that counted it; none for what no filter can show. */
export function filtersOf(figure: string, date: string, area: number): Filters | undefined {
  const here = { area: String(area) }
  const filters: Readonly<Record<string, Filters>> = {
    registered: { ...here, from: date, to: date },
    open: { ...here, open: '1' },
    late: { ...here, open: '1', late: '1' },
    dueToday: { ...here, open: '1', sort: 'due' },
    returned: { ...here, state: 'returned,ruling' },
    suspended: { ...here, state: 'suspended' },
    recurrence: { ...here, open: '1', recurrence: '1' },
    waiting: { ...here, state: 'intake' },
    toJudge: { ...here, state: 'answered,calledBack' },
  }
  return filters[figure]
}

export function linkTo(filters: Filters): string {
  const search = new URLSearchParams(Object.entries(filters))
  return `/appeals?${search.toString()}`
}

/** A change said in a way that nobody has to work out; of small numbers only the difference. */
export function changeText(value: number, before: number | undefined): string | undefined {
  if (before === undefined) return undefined
  const difference = value - before
  if (difference === 0) return '与上周同日持平'
  const words = difference > 0 ? '多' : '少'
  const share = Math.abs(Math.round((difference / before) * 100))
  return before >= smallest
    ? `比上周同日${words} ${share}%（${before} 件）`
    : `比上周同日${words} ${Math.abs(difference)} 件（${before} 件）`
}

const smallest = 20

/** Against the weeks before: how many times as many, once there is something to compare with. */
export function growthText(count: number, before: number): string {
  if (before < 1) return '前几周几乎没有'
  const times = count / before
  if (times >= 1.5) return `为前几周同期的 ${times.toFixed(1)} 倍`
  return `前几周同期约 ${Math.round(before)} 件`
}
