import type { HttpDeps } from './deps.ts'
import { countFound } from './list-found.ts'
import type { Filters } from './list-filters.ts'
import { always } from './list-shape.ts'
import { cityOf } from './who.ts'

/** How many a list has, exact up to `most` and nothing above it. That it has more is remembered for
 *  a moment where it has many more, for everybody who sees the same: so many do not leave a list
 *  in a moment, and to count them costs more than the page. */
export async function countWalked(
  deps: HttpDeps,
  filters: Filters,
  most: number,
): Promise<number | null> {
  const ofCity = long.get(cityOf(deps).world) ?? new Map<string, number>()
  long.set(cityOf(deps).world, ofCity)
  const key = keyOf(filters)
  const until = ofCity.get(key)
  const now = deps.now()
  if (until !== undefined && now < until) return null
  const many = Math.ceil(manyMore * most)
  const count = await countFound(deps, filters, many)
  if (ofCity.size > mostKept) ofCity.clear()
  if (count === many) ofCity.set(key, now + moment)
  else ofCity.delete(key)
  return count > most ? null : count
}

const manyMore = 1.5
const moment = 2_000
const mostKept = 1_000

const long = new WeakMap<object, Map<string, number>>()

/** What decides which records a list has: posts of one role in one unit see the same. */
function keyOf({ kind, session: { post }, query }: Filters): string {
  const which = Object.entries(query).filter(([name]) => !always.includes(name))
  const own = query.mine === '1' || query.phone !== undefined ? post.id : ''
  return JSON.stringify([kind.name, post.unit, post.role, own, which])
}
