import type { FastifyInstance } from 'fastify'
import type { HttpDeps } from '../deps.ts'
import { signedIn } from '../who.ts'
import { type Query, scoresAsked } from './asked.ts'
import { leftOut } from './left-out.ts'
import { readingsOf } from './readings-view.ts'

/** Figures of many units beside one another, with what they are fairly set against; nothing here
 *  is kept. */
export function scoreRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const config = {
    about: '若干单位的指标读数：分子、分母、常住人口、按类别构成的应有数',
    query: ['units', 'figures', 'from', 'to', 'without'],
  }
  app.get('/api/scores/readings', { config }, async (request) => {
    const session = await signedIn(deps, request)
    const query = request.query as Query
    const at = scoresAsked(deps, session, query)
    return readingsOf(deps, at, await leftOut(deps, session, query['without']))
  })
}
