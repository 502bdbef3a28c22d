import type { FastifyInstance } from 'fastify'
import { heldPosts } from '../identity/posts.ts'
import type { HttpDeps } from './deps.ts'
import { kindView } from './kind-view.ts'
import { postView } from './me.ts'
import { cityOf, signedIn } from './who.ts'

/** What pages draw from: kinds, the directory, lists of choices. */
export function referenceRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const kinds = [...deps.registry.values()].map(kindView)
  app.get('/api/kinds', { config: { about: '各类记录的定义', machine: true } }, async (request) => {
    await signedIn(deps, request)
    return kinds
  })
  app.get(
    '/api/directory',
    { config: { about: '地区和单位', query: ['v'], machine: true } },
    async (request, reply) => {
      await signedIn(deps, request)
      const state = cityOf(deps)
      const tag = `"${Buffer.from(state.version).toString('base64url')}"`
      reply.header('etag', tag).header('cache-control', 'private, no-cache')
      if (request.headers['if-none-match'] === tag) return reply.status(304).send()
      const { areas, units } = state.world.directory
      return {
        version: state.version,
        areas: [...areas.values()]
          .filter((area) => area.to === undefined)
          .map(({ code, name, level, type, parent }) => [code, name, level, type, parent ?? null]),
        units: [...units.values()]
          .filter((unit) => unit.to === undefined)
          .map(({ id, name, type, area, parent, functions, domains }) => [
            id,
            name,
            type,
            area,
            parent ?? null,
            functions,
            domains ?? [],
          ]),
      }
    },
  )
  app.get('/api/lists', { config: { about: '选项清单', machine: true } }, async (request) => {
    await signedIn(deps, request)
    return cityOf(deps).lists
  })
  app.get('/api/unit/:id/posts', { config: { about: '一个单位的岗位' } }, async (request) => {
    await signedIn(deps, request)
    const state = cityOf(deps)
    const { id } = request.params as { id: string }
    const at = { city: state.city, now: deps.now() }
    const unit = state.world.directory.units.get(Number(id))?.id
    if (unit === undefined) return []
    const posts = await heldPosts(deps.db, at, { unit })
    return posts.map((post) => {
      const { id: own, role, roleName, title } = postView(post, state)
      return { id: own, personName: post.personName, role, roleName, title }
    })
  })
}
