import { sql } from 'kysely'
import { planOf } from '../../capabilities/city/reorganisation/plan.ts'
import { problemsOf, scopeOf } from '../../capabilities/city/reorganisation/problems.ts'
import { linesOf, type Rows } from '../../capabilities/city/reorganisation/rows.ts'
import { pathText, placeOf } from '../../kernel/directory.ts'
import { restructured } from '../../kernel/restructuring.ts'
import type { AskDeps } from '../../platform/asking/types.ts'
import { wouldMove } from '../../platform/reorganising/would-move.ts'
import type { CityState } from '../../platform/world/city-state.ts'
import { moment } from '../../platform/world/sql-moment.ts'

/** What the lists of a reorganisation would do if it were carried out now: what is wrong with
 *  them, and how much moves. */
export async function planView(
  deps: Pick<AskDeps, 'db' | 'registry' | 'now'>,
  state: CityState,
  { rows, by }: { readonly rows: Rows; readonly by?: string | undefined },
) {
  const { world, city } = state
  const { directory } = world
  const code = scopeOf(directory, rows)
  const place = placeOf(directory, code) ?? { city }
  const problems = problemsOf(directory, rows, place)
  const plan = planOf(directory, rows)
  const at = deps.now()
  const then = { ...world, directory: restructured(directory, plan, { at, by: by ?? '' }) }
  const moves = await wouldMove(deps, { city, world: then, at, but: by })
  const ended = plan.units.ends.map(({ key }) => key)
  const { rows: posts } = await sql<{ n: number }>`select count(*)::int as n from post
    where city = ${city} and unit = any(${ended}::int[])
      and (valid_to is null or valid_to > ${moment(at)})`.execute(deps.db.read)
  return {
    rows,
    lines: linesOf(rows),
    scope: { code, path: pathText(directory, place) || state.name },
    problems,
    moves: {
      records: Object.entries(moves.records).map(([kind, n]) => ({
        kind,
        label: deps.registry.get(kind)?.label ?? kind,
        n,
      })),
      todos: moves.todos,
      parties: moves.parties,
      posts: posts[0]?.n ?? 0,
    },
    ends: { areas: plan.areas.ends.length, units: ended.length },
    begins: { areas: plan.areas.begins.length, units: plan.units.begins.length },
  }
}
