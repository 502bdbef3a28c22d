import { guidanceAt } from '../capabilities/four-level-linkage/class-guidance.ts'
import { placeOf } from '../kernel/directory.ts'
import { isWithin } from '../kernel/lineage.ts'
import { isDay, startOfDay } from '../kernel/time.ts'
import type { HttpDeps, Plugin, Session } from '../platform/http/deps.ts'
import { invalid, notAllowed } from '../platform/http/errors.ts'
import { actorOf, cityOf, signedIn } from '../platform/http/who.ts'
import { bandsOf } from './linkage/bands.ts'
import { chainsOf } from './linkage/chains.ts'
import { guidanceView } from './linkage/guidance.ts'
import type { LinkageAt } from './linkage/at.ts'
import { navOf } from './nav.ts'
import { kinds } from './registry.ts'

type Query = Readonly<Partial<Record<'area' | 'at', string>>>

/** The four levels of one's own subtree in one picture, and what the city's class makes mandatory. */
export const linkage: Plugin = (app, deps) => {
  const picture = { about: '四级联动：各级的职责、任务、调度、状态、督查、问效', query: ['area'] }
  app.get('/api/linkage', { config: picture }, async (request) => {
    const at = askedOf(deps, await signedIn(deps, request), request.query as Query)
    const [bands, chains] = await Promise.all([bandsOf(at), chainsOf(at)])
    return { area: { code: at.area.code, name: at.area.name, level: at.area.level }, bands, chains }
  })
  const guidance = { about: '分类指导：城市类别、必须做到的要求', query: ['at'] }
  app.get('/api/guidance', { config: guidance }, async (request) => {
    await signedIn(deps, request)
    const state = cityOf(deps)
    const { at: day } = request.query as Query
    if (day !== undefined && !isDay(day)) throw invalid('日期要写成 2026-08-05 这样')
    const moment = day === undefined ? deps.now() : startOfDay(day)
    return guidanceView(deps, state, { at: moment, guidance: guidanceAt(state.world, moment) })
  })
}

/** One's own area or one within it: a level sees its own subtree. */
function askedOf(deps: HttpDeps, session: Session, asked: Query): LinkageAt {
  const state = cityOf(deps)
  const { post } = actorOf(session)
  if (!navOf(post, state).includes('linkage')) throw notAllowed()
  const { directory } = state.world
  const own = directory.units.get(post.unit)?.area ?? 0
  const code = asked.area === undefined ? own : Number(asked.area)
  const place = placeOf(directory, code)
  const area = directory.areas.get(code)
  if (place === undefined || area === undefined) throw invalid('没有这个地区')
  if (!isWithin(directory, own, place)) throw notAllowed('只看本单位所在地区')
  return { db: deps.db, kinds, state, area, now: deps.now() }
}
