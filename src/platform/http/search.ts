import type { FastifyInstance } from 'fastify'
import { pathText, placeOf } from '../../kernel/directory.ts'
import type { HttpDeps } from './deps.ts'
import { filtersOf } from './list-filters.ts'
import { listPage } from './list-page.ts'
import { seenRows } from './list-routes.ts'
import { meView } from './me.ts'
import { publicAreas } from './public-areas.ts'
import { cityOf, signedIn } from './who.ts'

/** One box for everything: records by number or words, places, units, and what can be begun. */
export function searchRoutes(app: FastifyInstance, deps: HttpDeps): void {
  app.get('/api/search', { config: { about: '全局查找', query: ['q'] } }, async (request) => {
    const session = await signedIn(deps, request)
    const { q: typed = '' } = request.query as { q?: string }
    const q = [...typed.trim()].slice(0, 100).join('')
    if (q === '') return { records: [], areas: [], units: [], commands: [] }
    const { directory } = cityOf(deps).world
    const found = await Promise.all(
      [...deps.registry.values()].map(async (kind) => {
        const filters = filtersOf(deps, session, { kind, query: { q } })
        const page = await listPage(deps, filters, 8)
        return seenRows(deps, session, { kind, found: page })
      }),
    )
    const me = await meView(deps, session)
    return {
      records: found.flat().slice(0, 20),
      areas: publicAreas(directory, { q }).slice(0, 8),
      units: [...directory.units.values()]
        .filter((unit) => unit.to === undefined && unit.name.includes(q))
        .slice(0, 8)
        .map(({ id, name, type, area }) => {
          const place = placeOf(directory, area)
          return { id, name, type, path: place === undefined ? '' : pathText(directory, place) }
        }),
      commands: me.starts.filter(({ label }) => label.includes(q)),
    }
  })
}
