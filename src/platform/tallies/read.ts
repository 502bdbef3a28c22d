import { sql } from 'kysely'
import { addDays } from '../../kernel/time.ts'
import type { Database } from '../store/database.ts'
import { preparedNumbers } from '../store/prepared.ts'
import { monthOf } from '../store/rows.ts'
import { cells, levels, monthly } from './fold.ts'

export type TallyQuestion = {
  readonly city: number
  readonly level: keyof typeof levels
  /** Areas (or units) asked for; all of the level without it. */
  readonly areas?: readonly number[]
  readonly kinds: readonly string[]
  readonly measures: readonly string[]
  /** 'all' tells categories apart, a name takes one; without it they are not looked at. */
  readonly category?: 'all' | { readonly name: string }
  /** First and last day. Without a first day from the beginning: so a stock is read. */
  readonly from?: string
  readonly to: string
  /** What to tell apart besides kind and measure. */
  readonly by?: readonly ('area' | 'day' | 'month')[]
}

export type TallyCell = {
  readonly kind: string
  readonly measure: string
  readonly area: number | null
  readonly category: string | null
  /** A day, or the first of a month. */
  readonly day: string | null
  readonly n: number
}

type Span = { readonly level: number; readonly from: string | undefined; readonly to: string }

/**
 * Counts, exact to the last commit: what is folded and what still waits, in one statement. Whole
 * months are read from their own rows, so a long period costs its months and two edges.
 * Categories by street, and anything told apart by month there, are counted by whole months only.
 */
export async function readTally(db: Database, asked: TallyQuestion): Promise<readonly TallyCell[]> {
  const by = asked.by ?? []
  const spans = spansOf(asked)
  const isIn = sql.join(spans.map(spanCondition), sql` or `)
  const day = by.includes('day')
    ? sql`v.day`
    : by.includes('month')
      ? sql`date_trunc('month', v.day)::date`
      : sql`null::date`
  const area = by.includes('area') ? sql`v.area` : sql`null::bigint`
  const category = asked.category === 'all' ? sql`v.category` : sql`null::text`
  const conditions = sql`kind ${oneOf(asked.kinds, 'text')} and measure ${oneOf(asked.measures, 'text')}`
  const wanted = sql`(${isIn}) and ${areaCondition(asked)} and ${categoryCondition(asked)}`
  return preparedNumbers(
    db,
    sql<TallyCell>`
      select kind, measure, area, category, day, sum(n)::bigint as n from (
        select v.kind, v.measure, ${area} as area, ${category} as category, ${day} as day, v.n
        from tally v where v.city = ${asked.city} and ${conditions} and ${wanted}
        union all
        select d.kind, d.measure, ${area}, ${category}, ${day}, d.n
        from delta d cross join ${sql.raw(cells)}
        where d.city = ${asked.city} and ${conditions} and ${wanted}
      ) t group by 1, 2, 3, 4, 5 having sum(n) <> 0 order by 1, 2, 3, 4, 5`,
  )
}

function spansOf(asked: TallyQuestion): readonly Span[] {
  const level = levels[asked.level]
  const { from, to } = asked
  if (asked.category !== undefined && level >= levels.community)
    throw new RangeError('categories are counted down to streets only')
  if (asked.category !== undefined && level === levels.street)
    return [{ level: level + monthly, from: from && monthOf(from), to: monthOf(to) }]
  if ((asked.by ?? []).includes('day')) return [{ level, from, to }]
  const last = monthOf(to)
  const first = from === undefined ? undefined : firstWhole(from)
  if (first !== undefined && first > last) return [{ level, from, to }]
  const months = { level: level + monthly, from: first, to: addDays(last, -1) }
  const tail = { level, from: last, to }
  return first === undefined || first === from || from === undefined
    ? [months, tail]
    : [{ level, from, to: addDays(first, -1) }, months, tail]
}

/** The first day from which a whole month begins. */
function firstWhole(day: string): string {
  return day.endsWith('-01') ? day : monthOf(addDays(monthOf(day), 31))
}

function spanCondition({ level, from, to }: Span) {
  const upTo = sql`v.level = ${level}::int and v.day <= ${to}::date`
  return from === undefined ? sql`(${upTo})` : sql`(${upTo} and v.day >= ${from}::date)`
}

function areaCondition({ areas }: TallyQuestion) {
  return areas === undefined ? sql`true` : sql`v.area ${oneOf(areas, 'bigint')}`
}

function oneOf(values: readonly (string | number)[], type: 'text' | 'bigint') {
  return values.length === 1
    ? sql`= ${values[0]}::${sql.raw(type)}`
    : sql`= any(${[...values]}::${sql.raw(type)}[])`
}

function categoryCondition({ category }: TallyQuestion) {
  if (category === undefined) return sql`v.category = ''`
  return category === 'all' ? sql`v.category <> ''` : sql`v.category = ${category.name}`
}
