import { covers, placeOf } from '../kernel/directory.ts'
import { dayOf, isDay } from '../kernel/time.ts'
import type { Plugin } from '../platform/http/deps.ts'
import { invalid, notAllowed } from '../platform/http/errors.ts'
import { farDeps } from '../platform/http/far.ts'
import { actorOf, cityOf, signedIn } from '../platform/http/who.ts'
import { type Figure, figures } from './brief/figures.ts'
import { clusters, inState, lateByUnit, unitLoads } from './brief/parts.ts'
import { navOf } from './nav.ts'

/** The one page a leader reads in the morning: what is late, what clusters, and with whom. */
export const brief: Plugin = (app, deps) => {
  const config = { about: '早报', query: ['date', 'area'] }
  app.get('/api/brief', { config }, async (request) => {
    const session = await signedIn(deps, request)
    const state = cityOf(deps)
    const { post } = actorOf(session)
    if (!navOf(post, state).includes('brief')) throw notAllowed()
    const { directory } = state.world
    const query = request.query as { date?: string; area?: string }
    const own = directory.units.get(post.unit)?.area ?? 0
    const area = query.area === undefined ? own : Number(query.area)
    const place = placeOf(directory, area)
    if (place === undefined) throw invalid('没有这个地区')
    if (!covers(own, place)) throw notAllowed('早报只看本单位所在地区')
    const now = deps.now()
    const date = query.date ?? dayOf(now)
    if (!isDay(date)) throw invalid('日期要写成 2026-08-03 这样')
    const far = farDeps(deps)
    const at = { deps: far.deps, state, post, area, date, now }
    const [counted, late, grown, units, returned, suspended] = await Promise.all([
      figures(at),
      lateByUnit(at),
      clusters(at),
      unitLoads(at),
      inState(at, ['returned', 'ruling']),
      inState(at, ['suspended']),
    ])
    const name = directory.areas.get(area)?.name ?? ''
    return {
      date,
      area: { code: area, name },
      sentence: sentence(name, counted, grown.length),
      figures: counted,
      late,
      clusters: grown,
      units,
      returned,
      suspended,
      demo: state.demo,
      dataAsOf: far.dataAsOf,
    }
  })
}

function sentence(area: string, counted: readonly Figure[], grown: number): string {
  const of = (name: string) => counted.find((figure) => figure.name === name)?.value ?? 0
  const late = of('late') === 0 ? '没有超时件' : `${of('late')} 件已超时`
  const cluster = grown === 0 ? '' : `，${grown} 处同类诉求比前一周增多`
  return `${area}昨日受理 ${of('registered')} 件、答复 ${of('answered')} 件；现在办 ${of('open')} 件，${late}，今日到期 ${of('dueToday')} 件${cluster}。`
}
