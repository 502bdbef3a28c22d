import { type Kysely, sql } from 'kysely'
import type { Kind } from '../../kernel/kind.ts'
import { isDay, startOfDay, addDays } from '../../kernel/time.ts'
import { lineColumns } from '../archive/forms.ts'
import { isArchived, putAwayBefore } from '../archive/parameters.ts'
import { readCaseNumber } from '../numbers/case-number.ts'
import type { Tables } from '../store/tables.ts'
import type { HttpDeps } from './deps.ts'
import { cityOf } from './who.ts'

/** What of a list's address tells how far back it reaches. */
type Reach = Readonly<
  Partial<Record<'archived' | 'number' | 'q' | 'measure' | 'at' | 'from' | 'state', string>>
>

/**
 * Whether a list reads what was put away too: when that is asked for, when a record is asked for by
 * its number, and when a number's records may have ended that long ago.
 */
export function reachesArchive(deps: HttpDeps, kind: Kind, query: Reach): boolean {
  if (!isArchived(kind)) return false
  if (query.archived === '1' || (query.number ?? '') !== '') return true
  if (query.q !== undefined && readCaseNumber(query.q) !== undefined) return true
  const before = putAwayBefore(cityOf(deps).world, deps.now()) ?? deps.now()
  const { at, from = '' } = query
  if (query.measure !== undefined) return !isDay(from) || startOfDay(from) < before
  if (at === undefined) return false
  const ends = query.state?.split(',').some((state) => kind.states[state]?.is === 'end') ?? false
  return ends || !isDay(at) || startOfDay(addDays(at, 1)) <= before
}

/** Tables to list from in which what was put away stands beside all else. The names stand for as many
 *  of the columns as lists use. */
export function everyRecord(db: Kysely<Tables>): Pick<Kysely<Tables>, 'selectFrom'> {
  const columns = sql.join(lineColumns.map((column) => sql.ref(column)))
  return db
    .with(
      (cte) => cte('record').notMaterialized(),
      () => sql`(select city, ${columns}, fields, false as away from record
        union all select city, ${columns}, marks as fields, true as away from archive)`,
    )
    .with(
      (cte) => cte('party').notMaterialized(),
      () => sql`(select city, record_id, unit, role from party
        union all select a.city, a.id as record_id, p.unit, p.role
          from archive a cross join lateral unnest(a.units, a.roles) p(unit, role))`,
    )
    .with(
      (cte) => cte('search').notMaterialized(),
      () => sql`(select city, record_id, kind, words from search
        union all select city, id, kind, string_to_array(words, chr(30)) from archive)`,
    )
}
