import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { HttpDeps } from '../../platform/http/deps.ts'
import { sightOf } from '../../platform/http/sight.ts'
import type { Post } from '../../kernel/actor.ts'
import { residentAppeal } from '../../capabilities/command-response/resident-appeal/kind.ts'
import type { CityState } from '../../platform/world/city-state.ts'

export type BriefAt = {
  readonly deps: HttpDeps
  readonly state: CityState
  readonly post: Post
  readonly area: number
  /** The morning the brief is of: counts are of the day before, standings of now. */
  readonly date: string
  readonly now: number
}

/** Appeals in the area that the post may see, as a query to narrow further. */
export function appealsIn({ deps, state, post, area }: BriefAt) {
  const sight = sightOf(residentAppeal, state.world, post)
  return deps.db.read
    .selectFrom('record')
    .where('record.city', '=', state.city)
    .where('record.kind', '=', residentAppeal.name)
    .where(inArea(state, area))
    .where(sight())
}

function inArea({ world }: CityState, area: number): RawBuilder<SqlBool> {
  const level = world.directory.areas.get(area)?.level
  return level === undefined || level === 'city'
    ? sql<SqlBool>`true`
    : sql<SqlBool>`${sql.ref(`record.${level}`)} = ${area}`
}
