import { isWithin } from '../kernel/lineage.ts'
import { placeOf } from '../kernel/directory.ts'
import type { HttpDeps, Plugin, Session } from '../platform/http/deps.ts'
import { invalid, notAllowed } from '../platform/http/errors.ts'
import { actorOf, cityOf, signedIn } from '../platform/http/who.ts'
import { admissionsView } from './mandate/admissions.ts'
import { differenceView, dutyListView } from './mandate/duty-list.ts'
import { overloadView } from './mandate/overload.ts'
import { removalsView } from './mandate/removals.ts'
import type { MandateAt } from './mandate/rows.ts'
import { waitingView } from './mandate/waiting.ts'

type Query = Readonly<Partial<Record<'area' | 'version', string>>>

/** What streets answer for and what may be sent to them: lists that every official may read, put
 *  together for one desk. */
export const mandate: Plugin = (app, deps) => {
  const about = { about: '职责与准入', query: ['area'] }
  app.get('/api/mandate', { config: about }, async (request) => {
    const at = askedOf(deps, await signedIn(deps, request), request.query as Query)
    const [list, admissions, removals, waiting] = await Promise.all([
      dutyListView(at),
      admissionsView(at),
      removalsView(at),
      waitingView(at),
    ])
    const area = at.state.world.directory.areas.get(at.area)
    return { area: { code: at.area, name: area?.name ?? '' }, list, admissions, removals, waiting }
  })
  const difference = { about: '清单版本之间的差别', query: ['version'] }
  app.get('/api/mandate/difference', { config: difference }, async (request) => {
    const asked = request.query as Query
    const at = askedOf(deps, await signedIn(deps, request), asked)
    return differenceView(at, asked.version ?? '')
  })
  const overload = { about: '街道负担与能力', query: ['area'] }
  app.get('/api/mandate/overload', { config: overload }, async (request) =>
    overloadView(askedOf(deps, await signedIn(deps, request), request.query as Query)),
  )
}

/** One's own area or one within it; a street looks at itself. */
function askedOf(deps: HttpDeps, session: Session, asked: Query): MandateAt {
  const state = cityOf(deps)
  const { post } = actorOf(session)
  const { directory } = state.world
  const own = directory.units.get(post.unit)?.area ?? 0
  const area = asked.area === undefined ? own : Number(asked.area)
  const place = placeOf(directory, area)
  if (place === undefined) throw invalid('没有这个地区')
  if (!isWithin(directory, own, place)) throw notAllowed('只看本单位所在地区')
  return { deps, state, unit: post.unit, area, now: deps.now() }
}
