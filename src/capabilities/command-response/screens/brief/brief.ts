import { addDays } from '../../../../kernel/time.ts'
import type { RecordRow } from '../../../../web/api/types.ts'
import type { Filters } from '../../../../web/lists/filters.ts'

/** What `/api/brief` says of one day in one area. */
export type BriefView = {
  readonly date: string
  readonly area: { readonly code: number; readonly name: string }
  readonly sentence: string
  /** Where it was read from a copy of the data: up to when that has everything. */
  readonly dataAsOf?: string
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
  /** What `before` is: '与前一日比'. */
  readonly base?: string
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
  /** What the week before brought. */
  readonly before: number
  readonly rows: readonly RecordRow[]
}

export type UnitName = { readonly id: number; readonly name: string }

/** The list behind a figure, with the filters that counted it. */
export function filtersOf(figure: string, date: string, area: number): Filters | undefined {
  const here = { area: String(area) }
  const yesterday = addDays(date, -1)
  const filters: Readonly<Record<string, Filters>> = {
    registered: { ...here, measure: 'registered', from: yesterday, to: yesterday },
    answered: { ...here, measure: 'answered', from: yesterday, to: yesterday },
    reopened: { ...here, measure: 'reopened', from: yesterday, to: yesterday },
    unsolved: { ...here, open: '1', reopened: '1' },
    dueToday: { ...here, due: date },
    open: { ...here, open: '1' },
    late: { ...here, open: '1', late: '1' },
    returned: { ...here, state: 'returned,ruling' },
    suspended: { ...here, state: 'suspended' },
    recurrence: { ...here, open: '1', recurrence: '1' },
  }
  return filters[figure]
}

export function linkTo(filters: Filters): string {
  const search = new URLSearchParams(Object.entries(filters))
  return `/appeals?${search.toString()}`
}

/** A change said so that nobody has to work it out; of small numbers only the difference. */
export function changeText(value: number, before: number | undefined): string | undefined {
  if (before === undefined) return undefined
  const difference = value - before
  if (difference === 0) return '和前一日一样'
  const words = difference > 0 ? '比前一日多' : '比前一日少'
  return before >= smallest
    ? `${words} ${Math.abs(Math.round((difference / before) * 100))}%（${before} 件）`
    : `${words} ${Math.abs(difference)} 件（${before} 件）`
}

const smallest = 20

/** Against the week before: how many times as many, once there is something to compare with. */
export function growthText(count: number, before: number): string {
  if (before === 0) return '前一周没有'
  const times = count / before
  return times >= 1.5 ? `前一周 ${before} 件，是它的 ${times.toFixed(1)} 倍` : `前一周 ${before} 件`
}

export function figureNamed(brief: BriefView, name: string): number {
  return brief.figures.find((figure) => figure.name === name)?.value ?? 0
}
