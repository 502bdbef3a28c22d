import type { FastifyInstance } from 'fastify'
import type { HttpDeps } from '../deps.ts'
import { farDeps } from '../far.ts'
import { slowly } from '../slow-reads.ts'
import { signedIn } from '../who.ts'
import { areaAsked, dayAsked, partsAsked, type Query } from './asked.ts'
import { coveredRoutes } from './covered.ts'
import { detailOf } from './detail.ts'
import { indicatorSheets } from './sheets.ts'
import { meaningOf } from './meaning.ts'
import { valuesOf } from './values.ts'

/** Declared figures: what they mean in words, their value for an area and a span of days, and the
 *  records, areas and units behind them. */
export function indicatorRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const listed = { about: '指标的定义，以及本地区本期的数值', query: ['values', 'area', 'to'] }
  app.get('/api/indicators', { config: listed }, async (request) => {
    const session = await signedIn(deps, request)
    const query = request.query as Query
    if (query['values'] !== '1') return deps.indicators.map((one) => meaningOf(deps, one))
    const at = areaAsked(deps, session, query)
    const far = farDeps(deps)
    const view = await slowly(far.deps, { sort: 'figures', session }, () =>
      valuesOf(far.deps, at, dayAsked(query, at.today)),
    )
    return { ...view, dataAsOf: far.dataAsOf }
  })
  const one = {
    about: '一项指标的数值、下级地区和走势',
    query: ['area', 'from', 'to', 'period', 'part', 'children', 'trend'],
  }
  app.get('/api/indicators/:id', { config: one }, async (request) => {
    const session = await signedIn(deps, request)
    const query = request.query as Query
    const parts = partsAsked(deps, (request.params as { id: string }).id, query['part'])
    const far = farDeps(deps)
    const at = areaAsked(deps, session, query)
    const view = await slowly(far.deps, { sort: 'figures', session }, () =>
      detailOf(far.deps, at, { parts, query }),
    )
    return { ...view, dataAsOf: far.dataAsOf }
  })
  coveredRoutes(app, deps)
  indicatorSheets(app, deps)
}
