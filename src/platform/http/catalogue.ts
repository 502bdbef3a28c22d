import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { Post } from '../../kernel/actor.ts'
import type { Kind, Relation, Seat } from '../../kernel/kind.ts'
import { isUnderUnit } from '../../kernel/directory.ts'
import { isPractised, type World } from '../../kernel/world.ts'
import { reached } from '../store/faults.ts'
import type { HttpDeps, Session } from './deps.ts'
import { startsOf } from './me.ts'
import { waitingByKind } from './todo-query.ts'
import { cityOf, signedIn } from './who.ts'

/** Every kind that a post may see or start, with how much of it is open in its unit and how much
 *  waits for the post. */
export function catalogueRoutes(app: FastifyInstance, deps: HttpDeps): void {
  app.get('/api/catalogue', { config: { about: '全部事项' } }, async (request) => {
    const session = await signedIn(deps, request)
    const state = cityOf(deps)
    const { post } = session
    const [open, waiting] = await Promise.all([
      openByKind(deps, session),
      waitingByKind(deps, state, post),
    ])
    const now = deps.now()
    return {
      groups: Object.entries(deps.groups).map(([name, label]) => ({ name, label })),
      kinds: [...deps.registry.values()].flatMap((kind) => {
        const starts = startsOf(deps, kind, { session, state })
        const n = open.get(kind.name) ?? 0
        const sees = maySeeSome(kind, state.world, post)
        if (!sees && starts.length === 0 && n === 0) return []
        return [
          {
            kind: kind.name,
            label: kind.label,
            about: kind.about,
            group: kind.group,
            off: !isPractised(state.world, kind, now),
            starts: starts.map(({ command, label }) => ({ kind: kind.name, command, label })),
            open: n,
            waiting: waiting.get(kind.name) ?? 0,
          },
        ]
      }),
    }
  })
}

/** What is not ended and the unit answers for. */
async function openByKind(deps: HttpDeps, { post }: Session): Promise<ReadonlyMap<string, number>> {
  const rows = await reached(() =>
    deps.db.read
      .selectFrom('record')
      .select(['kind', sql<number>`count(*)::int`.as('n')])
      .where('city', '=', cityOf(deps).city)
      .where('unit', '=', post.unit)
      .where('closed_at', 'is', null)
      .groupBy('kind')
      .execute(),
  )
  return new Map(rows.map(({ kind, n }) => [kind, n]))
}

/** Whether a post could see any record of the kind at all, wherever it lay: what never opens for it
 *  is not held out to it. */
function maySeeSome(kind: Kind, world: World, post: Post): boolean {
  return kind.see.some((name) => {
    const relation = kind.relations[name]
    return relation !== undefined && couldStand(relation, kind, { world, post })
  })
}

function couldStand(
  { is, roles }: Relation,
  kind: Kind,
  { world, post }: { readonly world: World; readonly post: Post },
): boolean {
  if (roles !== undefined && !roles.includes(post.role)) return false
  if ('anyone' in is) return is.anyone === 'post'
  const unit = world.directory.units.get(post.unit)
  if (unit === undefined) return false
  if ('party' in is) return true
  if ('function' in is) return unit.functions.includes(is.function)
  if ('unitType' in is) return is.unitType.includes(unit.type)
  const seat = kind.seats['seat' in is ? is.seat : is.above]
  if (seat === undefined) return false
  if ('seat' in is) return couldSit(seat, unit, kind)
  const { units } = world.directory
  return [...units.values()].some(
    (lower) =>
      lower.id !== unit.id &&
      couldSit(seat, lower, kind) &&
      isUnderUnit(world.directory, lower.id, unit.id),
  )
}

function couldSit(
  { is }: Seat,
  unit: { readonly type: string; readonly functions: readonly string[] },
  kind: Kind,
): boolean {
  if ('self' in is) return true
  if ('function' in is) return unit.functions.includes(is.function)
  const of = kind.fields[is.field]?.of
  return of === undefined || (typeof of === 'string' ? of === unit.type : of.includes(unit.type))
}
