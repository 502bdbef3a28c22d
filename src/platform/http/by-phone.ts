import { sql, type SqlBool } from 'kysely'
import { loadRecords } from '../store/load.ts'
import type { HttpDeps } from './deps.ts'
import type { Filters } from './list-filters.ts'
import { everyId } from './list-page.ts'
import { mayReadContact } from './phone.ts'
import { isSeen } from './sight.ts'
import { actorOf, cityOf } from './who.ts'

const judgedAtOnce = 500

/** A list asked for by a reporter's number holds only records whose contact may be read: pages and
 *  counts are made of these alone, or the count would tell whose number it is. */
export async function knownByPhone(deps: HttpDeps, filters: Filters): Promise<Filters> {
  const { query, conditions } = filters
  if (query.phone === undefined || query.phone.trim() === '') return filters
  const found = await everyId(deps, filters)
  const known: string[] = []
  for (let from = 0; from < found.length; from += judgedAtOnce)
    known.push(...(await readable(deps, filters, found.slice(from, from + judgedAtOnce))))
  const among = sql<SqlBool>`record.id = any(${known}::uuid[])`
  return { ...filters, conditions: [...conditions, among] }
}

async function readable(
  deps: HttpDeps,
  { kind, session }: Filters,
  ids: readonly string[],
): Promise<readonly string[]> {
  const { city, world } = cityOf(deps)
  const actor = actorOf(session)
  const loaded = await loadRecords(deps.db, city, ids)
  return [...loaded].flatMap(([id, { record }]) => {
    const at = { world, record, actor }
    return isSeen(kind, at) && mayReadContact(kind, at) ? [id] : []
  })
}
