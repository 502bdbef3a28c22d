import { type RawBuilder, sql, type SqlBool } from 'kysely'
import { reached } from '../../platform/store/faults.ts'
import { moment } from '../../platform/world/sql-moment.ts'
import { childrenOf, type OverviewAt } from './at.ts'

export type LateNow = {
  readonly count: number
  readonly units: readonly { readonly id: number; readonly name: string; readonly count: number }[]
  readonly areas: Readonly<Record<string, number>>
}

const unitsShown = 10

/** What is past its due moment now. No event makes a moment pass, so this alone is no tally: it is
 *  read from the index of what is open, which begins with the earliest due. Of a past day only
 *  what ran late on it is known. */
export async function lateNow(at: OverviewAt): Promise<LateNow | undefined> {
  const { db, state, shape, area, period, today, now } = at
  if (period.to !== today) return undefined
  const [child] = childrenOf(at)
  const below = child === undefined || child.level === 'grid' ? undefined : child.level
  const rows = await reached(() =>
    db.read
      .selectFrom('record')
      .where('city', '=', state.city)
      .where('closed_at', 'is', null)
      .where('due_at', '<', moment(now))
      .where('kind', '=', shape.kind.name)
      .where('is', '=', 'working')
      .where(within(area))
      .groupBy(['unit', ...(below === undefined ? [] : [below])])
      .select(['unit', sql<number>`count(*)::int`.as('n')])
      .select(
        (below === undefined ? sql<null>`null` : sql<number | null>`${sql.ref(below)}::bigint`).as(
          'below',
        ),
      )
      .execute(),
  )
  const byUnit = summed(rows.map(({ unit, n }) => [unit, n]))
  const units = [...byUnit]
    .map(([id, count]) => ({ id, count, name: state.world.directory.units.get(id)?.name ?? '' }))
    .filter(({ name }) => name !== '')
    .toSorted((a, b) => b.count - a.count || a.id - b.id)
  return {
    count: rows.reduce((sum, { n }) => sum + n, 0),
    units: units.slice(0, unitsShown),
    areas: Object.fromEntries(
      summed(rows.flatMap(({ below: code, n }) => (code === null ? [] : [[code, n] as const]))),
    ),
  }
}

function within({ level, code }: OverviewAt['area']): RawBuilder<SqlBool> {
  return level === 'city' || level === 'grid'
    ? sql<SqlBool>`true`
    : sql<SqlBool>`${sql.ref(level)} = ${code}`
}

function summed(pairs: readonly (readonly [number, number])[]): ReadonlyMap<number, number> {
  const sums = new Map<number, number>()
  for (const [key, n] of pairs) sums.set(key, (sums.get(key) ?? 0) + n)
  return sums
}
