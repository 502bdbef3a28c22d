import { isEnded, placeOf } from '../kernel/directory.ts'
import { isWithin } from '../kernel/lineage.ts'
import { dayOf } from '../kernel/time.ts'
import type { HttpDeps, Plugin, Session } from '../platform/http/deps.ts'
import { invalid, notAllowed } from '../platform/http/errors.ts'
import { logExport } from '../platform/http/export-log.ts'
import { agedNote, farDeps } from '../platform/http/far.ts'
import { sendSheet, sheetFormat } from '../platform/http/sheet-reply.ts'
import { slowly } from '../platform/http/slow-reads.ts'
import { actorOf, cityOf, signedIn } from '../platform/http/who.ts'
import { navOf } from './nav.ts'
import type { OverviewAt } from './overview/at.ts'
import { mostDays, periodOf } from './overview/period.ts'
import { ownIndicators, shapeOf } from './overview/shapes.ts'
import { columns, sheetRows } from './overview/sheet.ts'
import { overviewOf } from './overview/view.ts'

type Query = Readonly<
  Partial<Record<'area' | 'from' | 'to' | 'kind' | 'compare' | 'as' | 'format', string>>
>
const query = ['area', 'from', 'to', 'kind', 'compare', 'as']

/** One screen for an area: how much, how it moves, where it is late. Every number has its list. */
export const overview: Plugin = (app, deps) => {
  app.get('/api/overview', { config: { about: '一屏', query } }, async (request) => {
    const far = farDeps(deps)
    const session = await signedIn(deps, request)
    const at = askedOf(far.deps, session, request.query as Query)
    const view = await slowly(far.deps, { sort: 'figures', session }, () => overviewOf(at))
    return { ...view, dataAsOf: far.dataAsOf }
  })
  const config = { about: '导出一屏', query: [...query, 'format'], file: true }
  app.get('/api/overview/export', { config }, async (request, reply) => {
    const session = await signedIn(deps, request)
    const asked = request.query as Query
    const far = farDeps(deps)
    const at = askedOf(far.deps, session, asked)
    const mark = await logExport(deps, session, { kind: 'overview', filters: asked })
    const note = agedNote(mark, far.dataAsOf)
    const view = await slowly(far.deps, { sort: 'figures', session }, () => overviewOf(at))
    return sendSheet(
      reply,
      { columns, rows: sheetRows(view), note },
      { format: sheetFormat(asked.format), name: `一屏-${at.area.name}`, now: at.now },
    )
  })
}

/** Who may see the numbers of an area, as with the morning brief: those who lead there. */
function askedOf(deps: HttpDeps, session: Session, asked: Query): OverviewAt {
  const state = cityOf(deps)
  const { post } = actorOf(session)
  if (!navOf(post, state).includes('overview')) throw notAllowed()
  const { directory } = state.world
  const own = directory.units.get(post.unit)?.area ?? 0
  const code = asked.area === undefined ? own : Number(asked.area)
  const place = placeOf(directory, code)
  const area = directory.areas.get(code)
  if (place === undefined || area === undefined) throw invalid('没有这个地区')
  if (!isWithin(directory, own, place)) throw notAllowed('一屏只看本单位所在地区')
  const now = deps.now()
  const today = dayOf(now)
  const period = periodOf(asked, today)
  if (period === undefined)
    throw invalid(`日期要写成 2026-08-03 这样，从前到后，不晚于今天，最多 ${mostDays} 天`)
  const shapes = [...deps.registry.values()].flatMap((kind) => shapeOf(kind) ?? [])
  const shape = shapes.find(({ kind }) => asked.kind === undefined || kind.name === asked.kind)
  if (shape === undefined) throw invalid('这类事项不计数')
  const indicators = ownIndicators(deps.indicators, shape)
  const compares = asked.compare !== '0'
  // Beside the weeks before, an area is compared with what it is made of today.
  const cut = asked.as === 'was' || isEnded(directory, area) ? undefined : directory
  return {
    db: deps.db,
    state,
    area,
    post,
    period,
    today,
    compares,
    now,
    shapes,
    shape,
    indicators,
    cut,
  }
}
