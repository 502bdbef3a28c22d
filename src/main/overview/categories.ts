import { firstOfMonth, lastOfMonth, monthNumberOf } from '../../kernel/time.ts'
import { optionLabel } from '../../platform/http/readable.ts'
import { readTallyAs } from '../../platform/tallies/as-now.ts'
import type { TallyCell } from '../../platform/tallies/read.ts'
import { type OverviewAt, tallyLevel } from './at.ts'
import { smallBase } from './figures.ts'
import type { Span } from './period.ts'

export type Category = {
  readonly category: string
  readonly label: string
  readonly count: number
  readonly whole?: number
  readonly before?: number
  readonly everLate: number
  /** Too few to be put in an order. */
  readonly small: boolean
}

export type Categories = {
  /** What is counted, so that the list behind can be opened. */
  readonly measure: string
  readonly span: Span
  /** Streets are told by whole months only. */
  readonly months: boolean
  readonly rows: readonly Category[]
}

/** What it is about: for streets and above, never for a community. The most first; what is too
 *  small for an order stands below in the order of the city's list. */
export async function categories(at: OverviewAt): Promise<Categories | undefined> {
  const { shape, area, period, db, state } = at
  const level = tallyLevel(area)
  const measure = shape.base?.name ?? shape.volume?.name
  if (shape.kind.countedBy === undefined || level === 'community' || measure === undefined)
    return undefined
  const months = level === 'street'
  const span = months ? monthsOf(period, at.today) : { from: period.from, to: period.to }
  const late = shape.everLate?.name
  const read = (of: Span) =>
    readTallyAs(
      db,
      {
        city: state.city,
        level,
        areas: [area.code],
        kinds: [shape.kind.name],
        measures: [measure, ...(late === undefined ? [] : [late])],
        category: 'all',
        ...of,
      },
      at.cut,
    ).then((cells) => byFirst(at, cells))
  const [now, whole, before] = await Promise.all([
    read(span),
    months ? undefined : read(period.whole),
    months ? undefined : read(period.before),
  ])
  const rows = orderOf(at).flatMap((category) => {
    const count = now(category, measure)
    const was = before?.(category, measure) ?? 0
    if (count === 0 && was === 0) return []
    return [
      {
        category,
        label: labelOf(at, category),
        count,
        ...(whole === undefined ? {} : { whole: whole(category, measure), before: was }),
        everLate: late === undefined ? 0 : now(category, late),
        small: count < smallBase,
      },
    ]
  })
  const large = rows.filter(({ small }) => !small).toSorted((a, b) => b.count - a.count)
  return { measure, span, months, rows: [...large, ...rows.filter(({ small }) => small)] }
}

/** Whole months that hold the period; the running one goes up to today. */
function monthsOf({ from, to }: Span, today: string): Span {
  const end = lastOfMonth(to)
  return { from: firstOfMonth(monthNumberOf(from)), to: end < today ? end : today }
}

/** Counts of first-level categories, those below them included. */
function byFirst(at: OverviewAt, cells: readonly TallyCell[]) {
  const first = firstLevel(at)
  const grouped = Map.groupBy(cells, ({ category }) => first.get(category ?? '') ?? category ?? '')
  return (category: string, measure: string) =>
    (grouped.get(category) ?? [])
      .filter((cell) => cell.measure === measure)
      .reduce((sum, { n }) => sum + n, 0)
}

function listOf({ shape, state }: OverviewAt) {
  const { kind } = shape
  const options = kind.countedBy === undefined ? undefined : kind.fields[kind.countedBy]?.options
  return typeof options === 'string' ? (state.lists[options] ?? []) : (options ?? [])
}

function firstLevel(at: OverviewAt): ReadonlyMap<string, string> {
  return new Map(
    listOf(at).map((item) => [
      item.value,
      'parent' in item && typeof item.parent === 'string' ? item.parent : item.value,
    ]),
  )
}

function orderOf(at: OverviewAt): readonly string[] {
  return [...new Set(firstLevel(at).values())]
}

function labelOf({ shape, state }: OverviewAt, category: string): string {
  const field =
    shape.kind.countedBy === undefined ? undefined : shape.kind.fields[shape.kind.countedBy]
  return field === undefined ? category : optionLabel(field, category, state)
}
