import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import type { HttpDeps } from './deps.ts'

/** Whether the process lives, and whether it can answer. */
export function healthRoutes(app: FastifyInstance, deps: HttpDeps): void {
  app.get('/healthz', { config: { about: '进程是否在运行' } }, async () => ({ ok: true }))
  app.get('/readyz', { config: { about: '是否可以使用' } }, async (_, reply) => {
    const waiting = deps.notReady()
    if (waiting !== undefined)
      return reply.status(503).send({ ready: false, what: waiting, progress: deps.progress() })
    try {
      await sql`select 1`.execute(deps.db.read)
      return { ready: true, progress: deps.progress() }
    } catch {
      return reply.status(503).send({ ready: false, what: '数据库暂时连接不上' })
    }
  })
  app.get('/api/progress', { config: { about: '正在进行的准备工作' } }, async () => ({
    loading: deps.progress(),
  }))
}
