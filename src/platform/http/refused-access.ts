import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Instant } from '../../kernel/time.ts'
import { minuteMs } from '../../kernel/time.ts'
import type { HttpDeps } from './deps.ts'
import { Refused } from './errors.ts'
import { heldToken } from './session-cookie.ts'
import { note } from './signing-in.ts'

/** What a post was not allowed to do is written down, of each account and address of the interface
 *  once a minute: whoever tries again and again must not fill the log. */
export function noteRefusedAccess(app: FastifyInstance, deps: HttpDeps): void {
  const noted = new Map<string, Instant>()
  app.addHook('onError', async (request, _, error) => {
    if (!(error instanceof Refused) || error.status !== 403) return
    const session = await sessionOf(deps, request)
    if (session === undefined) return
    const { account, post } = session
    const route = request.routeOptions.url ?? ''
    const key = `${account.id} ${request.method} ${route}`
    const now = deps.now()
    if (now - (noted.get(key) ?? -minuteMs) < minuteMs) return
    if (noted.size > mostNoted) noted.clear()
    noted.set(key, now)
    const about = { route: `${request.method} ${route}` }
    await note(deps, request, { what: 'refusedAccess', account: account.id, post: post.id, about })
  })
}

const mostNoted = 5_000

async function sessionOf(deps: HttpDeps, request: FastifyRequest) {
  const token = heldToken(deps, request, 'session')
  if (token === undefined || deps.state() === undefined) return undefined
  return deps.sessions.find(token, deps.now(), { quiet: true })
}
