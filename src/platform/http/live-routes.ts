import type { FastifyInstance, FastifyReply } from 'fastify'
import { type Hub, openHub } from '../live/hub.ts'
import type { HttpDeps } from './deps.ts'
import { Refused } from './errors.ts'
import { heldToken } from './session-cookie.ts'
import { signedIn } from './who.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Ends every open stream, which would otherwise keep a stop waiting. */
    endLive(): Promise<void>
  }
}

/** Says that something moved, never what: whoever hears it asks again as themselves. */
export function liveRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const hub = openHub({
    db: deps.db,
    city: () => deps.state()?.city,
    now: deps.now,
    idleMs: () => deps.limits(deps.now()).idleMs,
  })
  app.decorate('endLive', () => hub.endAll())
  app.addHook('preClose', async () => hub.endAll())
  app.addHook('onResponse', async (request) => {
    const token = heldToken(deps, request, 'session')
    const isSignOut = request.method === 'DELETE' && request.routeOptions.url === '/api/session'
    if (isSignOut && token !== undefined) hub.endToken(token)
  })
  const config = { about: '有变化时告知（server-sent events）', file: true }
  app.get('/api/live', { config }, async (request, reply) => {
    const session = await signedIn(deps, request)
    if (!hub.hasRoom(session.account.id))
      throw new Refused(429, { code: 'tooMany', says: '打开的页面太多，请关掉几个再试' })
    reply.hijack()
    stream(hub, reply, {
      session: session.id,
      account: session.account.id,
      unit: session.post.unit,
      token: heldToken(deps, request, 'session') ?? '',
    })
  })
}

function stream(
  hub: Hub,
  reply: FastifyReply,
  who: { session: string; account: string; unit: number; token: string },
): void {
  const { raw } = reply
  // Whoever left while their session was looked up would never be heard leaving.
  if (raw.destroyed) return
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) raw.setHeader(name, value)
  // The end of the connection is the end of the answer: in pieces each line would be three writes.
  raw.removeHeader('transfer-encoding')
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // Kept for a next request it would keep a stop waiting.
    connection: 'close',
    // A proxy that gathers would hold back what should be heard at once.
    'x-accel-buffering': 'no',
  })
  raw.write('retry: 3000\n\n')
  const leave = hub.join({
    ...who,
    send: (line) => !raw.writableNeedDrain && raw.write(line),
    end: () => raw.end(),
  })
  raw.on('close', leave)
  raw.on('error', leave)
}
