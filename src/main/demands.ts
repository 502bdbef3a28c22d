import { wholeMonths } from '../capabilities/command-response/frequent-demand-project/periods.ts'
import { covers, placeOf } from '../kernel/directory.ts'
import { addDays, dayOf, firstOfMonth, isDay, monthNumberOf } from '../kernel/time.ts'
import type { HttpDeps, Plugin, Session } from '../platform/http/deps.ts'
import { invalid, notAllowed } from '../platform/http/errors.ts'
import { actorOf, cityOf, signedIn } from '../platform/http/who.ts'
import { type DemandsAt, rankDemands } from './demands/ranking.ts'
import { navOf } from './nav.ts'

type Query = Readonly<Partial<Record<'area' | 'from' | 'to', string>>>

/** What residents of an area ask for most in whole months, and what a secretary has taken on. */
export const demands: Plugin = (app, deps) => {
  const config = { about: '高频诉求排序', query: ['area', 'from', 'to'] }
  app.get('/api/demands', { config }, async (request) =>
    rankDemands(askedOf(deps, await signedIn(deps, request), request.query as Query)),
  )
}

function askedOf(deps: HttpDeps, session: Session, asked: Query): DemandsAt {
  const state = cityOf(deps)
  const { post } = actorOf(session)
  if (!navOf(post, state).includes('demands')) throw notAllowed()
  const { directory } = state.world
  const own = directory.units.get(post.unit)?.area ?? 0
  const code = asked.area === undefined ? own : Number(asked.area)
  const place = placeOf(directory, code)
  const area = directory.areas.get(code)
  if (place === undefined || area === undefined) throw invalid('没有这个地区')
  if (!covers(own, place)) throw notAllowed('高频诉求只看本单位所在地区')
  if (area.level === 'community' || area.level === 'grid')
    throw invalid('社区的件数太少，分到类别会指向具体的人，只统计到街道')
  const month = monthNumberOf(dayOf(deps.now()))
  const { from = firstOfMonth(month - 1), to = addDays(firstOfMonth(month), -1) } = asked
  const months = isDay(from) && isDay(to) ? wholeMonths(from, to) : undefined
  if (months === undefined) throw invalid('统计期要选整月、整季、半年或整年')
  return { db: deps.db, state, area, level: area.level, from, to, months, now: deps.now() }
}
