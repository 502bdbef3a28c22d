import type { FastifyInstance } from 'fastify'
import { covers, placeOf } from '../../kernel/directory.ts'
import type { Indicator } from '../../kernel/indicator.ts'
import { addDays, dayOf, isDay } from '../../kernel/time.ts'
import { readIndicator } from '../tallies/indicator.ts'
import type { HttpDeps } from './deps.ts'
import { absent, invalid, notAllowed } from './errors.ts'
import { actorOf, cityOf, signedIn } from './who.ts'

/** Declared figures: what they mean in words, and their value for an area and a span of days. */
export function indicatorRoutes(app: FastifyInstance, deps: HttpDeps): void {
  app.get('/api/indicators', { config: { about: '指标的定义' } }, async (request) => {
    await signedIn(deps, request)
    return deps.indicators.map(meaning)
  })
  app.get(
    '/api/indicators/:id',
    { config: { about: '一项指标的数值', query: ['area', 'from', 'to'] } },
    async (request) => {
      const session = await signedIn(deps, request)
      const { id } = request.params as { id: string }
      const parts = deps.indicators.filter((indicator) => indicator.id === id)
      if (parts.length === 0) throw absent()
      const state = cityOf(deps)
      const query = request.query as Readonly<Record<string, string | undefined>>
      const { directory } = state.world
      const own = directory.units.get(actorOf(session).post.unit)?.area ?? 0
      const area = query['area'] === undefined ? own : Number(query['area'])
      const place = placeOf(directory, area)
      if (place === undefined) throw invalid('没有这个地区')
      if (!covers(own, place)) throw notAllowed('指标只看本单位所在地区')
      const span = spanOf(query, dayOf(deps.now()))
      const figures = await Promise.all(
        parts.map(async (part) => ({
          ...meaning(part),
          ...(await readIndicator(deps.db, part, {
            city: state.city,
            place,
            world: state.world,
            ...span,
          })),
        })),
      )
      return { id, area, ...span, figures }
    },
  )
}

function spanOf(query: Readonly<Record<string, string | undefined>>, today: string) {
  const { to = today } = query
  const { from = addDays(isDay(to) ? to : today, -29) } = query
  if (!isDay(from) || !isDay(to)) throw invalid('日期要写成 2026-08-03 这样')
  if (from > to) throw invalid('开始日期在结束日期之后')
  return { from, to }
}

function meaning(indicator: Indicator) {
  const { id, part, label, formula, unit, goal, band, basis, version, by, smallest } = indicator
  return { id, part, label, formula, unit, goal, band, basis, version, by, smallest }
}
