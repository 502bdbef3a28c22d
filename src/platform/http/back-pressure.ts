import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { HttpDeps } from './deps.ts'
import { busyWithReads, Refused } from './errors.ts'
import { startLateness } from './lateness.ts'

/** With fewer under way than this a late process is kept from working by others on its machine:
 *  refusing would not make it faster. */
const few = 48
const retryAfterSeconds = 2
const notedEveryMs = 60_000
/** Nothing is worked on for longer whose asker has left. */
const leftBehindMs = 30_000

/**
 * Refuses what is more than the process can do in a time people wait for, before anything of it is
 * read or done. Reads are refused before writes: they ask again by themselves, and behind a write
 * stands somebody who typed it. What was begun is always ended.
 */
export function refuseWhenBusy(app: FastifyInstance, deps: Pick<HttpDeps, 'capacity'>): void {
  const { capacity } = deps
  const lateness = startLateness()
  const underWay = new Map<FastifyRequest, Work>()
  let notedAt = -Infinity
  app.addHook('onRequest', async (request, reply) => {
    if (!isCounted(request)) return
    const isRead = ['GET', 'HEAD'].includes(request.method)
    const late = underWay.size < few ? 0 : lateness.ms()
    const isBusy = isRead
      ? underWay.size >= capacity.reads || late > capacity.lateForReads
      : underWay.size >= capacity.writes || late > capacity.lateForWrites
    if (!isBusy) return begin(request, reply)
    if (performance.now() - notedAt > notedEveryMs) {
      notedAt = performance.now()
      request.log.warn({ underWay: underWay.size, lateMs: Math.round(lateness.ms()) }, 'busy')
    }
    reply.header('retry-after', retryAfterSeconds)
    if (isRead) throw busyWithReads()
    throw new Refused(503, { code: 'busy', says: saysOfWrite })
  })
  app.addHook('onSend', async (request) => {
    const work = underWay.get(request)
    if (work === undefined) return
    work.isSent = true
    // Its asker has left before: what was done for them is over.
    if (work.leaving !== undefined) end(request, work)
  })
  app.addHook('onClose', async () => lateness.stop())

  function begin(request: FastifyRequest, reply: FastifyReply): void {
    const work: Work = { isSent: false }
    underWay.set(request, work)
    reply.raw.once('close', () => {
      if (work.isSent) end(request, work)
      else work.leaving = setTimeout(() => end(request, work), leftBehindMs).unref()
    })
  }

  function end(request: FastifyRequest, { leaving }: Work): void {
    clearTimeout(leaving)
    underWay.delete(request)
  }
}

type Work = { isSent: boolean; leaving?: NodeJS.Timeout }

const saysOfWrite =
  '现在使用的人太多，系统忙不过来，这一步还没有办；填写的内容都在，请稍等几秒再提交，不会重复'

/** Signing out, whether it lives and the live line are always answered; pages and pictures cost
 *  nothing. */
function isCounted({ url, method }: FastifyRequest): boolean {
  const [path = ''] = url.split('?')
  if (!path.startsWith('/api/') || always.has(path)) return false
  return !(method === 'DELETE' && path === '/api/session')
}

const always: ReadonlySet<string> = new Set(['/api/live', '/api/progress'])
