import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { unsealedFor, waitsAtMostMs } from '../evidence/unsealed.ts'
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
      return {
        ready: true,
        progress: deps.progress(),
        evidence: await evidence(deps),
        standby: standby(deps),
      }
    } catch {
      return reply.status(503).send({ ready: false, what: '数据库暂时连接不上' })
    }
  })
  app.get('/api/progress', { config: { about: '正在进行的准备工作' } }, async () => ({
    loading: deps.progress(),
  }))
}

/** A standby that is away or behind stops nobody: the primary is read. */
function standby({ db }: HttpDeps) {
  if (db.standby === undefined) return undefined
  const lag = db.standby.lagMs()
  return {
    ok: db.standby.asOf() !== undefined,
    lagSeconds: lag === undefined ? undefined : Math.round(lag / 1000),
  }
}

/** Late seals stop nobody's work, but somebody has to hear of them. */
async function evidence(deps: HttpDeps) {
  const city = deps.state()?.city
  const unsealedMs = city === undefined ? 0 : await unsealedFor(deps.db, city)
  return { ok: unsealedMs <= waitsAtMostMs, unsealedSeconds: Math.floor(unsealedMs / 1000) }
}
