import type { FastifyInstance, FastifyRequest } from 'fastify'
import { hourMs, type Instant, minuteMs } from '../../kernel/time.ts'
import type { HttpDeps, Session } from './deps.ts'
import { Refused } from './errors.ts'
import { heldToken } from './session-cookie.ts'
import { note } from './signing-in.ts'
import { bearerOf } from './who.ts'
import { uuidShape } from './wire.ts'

/** What a post or a machine was not allowed to do or see is written down: of each account, address
 *  of the interface and thing once a minute, and of each account sixty lines an hour. Whoever tries
 *  again and again must not fill the log. */
export function noteRefusedAccess(app: FastifyInstance, deps: HttpDeps): void {
  const isFresh = freshness()
  app.addHook('onError', async (request, _, error) => {
    if (!(error instanceof Refused)) return
    const id = idIn(request)
    const route = request.routeOptions.url ?? ''
    if (error.status !== 403 && !(id !== undefined && isHidden(error, route))) return
    const session = await sessionOf(deps, request)
    if (session === undefined) return
    const { account, post } = session
    const what = `${request.method} ${route}`
    if (!isFresh({ account: account.id, what: `${what} ${id ?? ''}`, now: deps.now() })) return
    const about = { route: what, id }
    await note(deps, request, { what: 'refusedAccess', account: account.id, post: post.id, about })
  })
}

/** A record that is not shown and one that is not there are answered alike; files, and links to
 *  give away, with other words than the rest. */
function isHidden({ status, body }: Refused, route: string): boolean {
  if (status !== 404) return false
  return body.code === 'notVisible' || hiding.has(route)
}

const hiding: ReadonlySet<string> = new Set(['/api/files/:id', '/api/record/:id/link'])

/** Only what has the shape of an id: what else stands in an address may be anybody's words. */
function idIn({ params }: FastifyRequest): string | undefined {
  if (typeof params !== 'object' || params === null || !('id' in params)) return undefined
  const { id } = params
  return typeof id === 'string' && uuidShape.test(id) ? id.toLowerCase() : undefined
}

type Tried = { readonly account: string; readonly what: string; readonly now: Instant }

function freshness(): (tried: Tried) => boolean {
  const noted = new Map<string, Instant>()
  const hours = new Map<string, { readonly from: Instant; readonly lines: number }>()
  return ({ account, what, now }) => {
    const key = `${account} ${what}`
    if (now - (noted.get(key) ?? -minuteMs) < minuteMs) return false
    const last = hours.get(account)
    const hour = last === undefined || now - last.from >= hourMs ? { from: now, lines: 0 } : last
    if (hour.lines >= mostLines) return false
    if (noted.size > mostKept) noted.clear()
    if (hours.size > mostKept) hours.clear()
    noted.set(key, now)
    hours.set(account, { from: hour.from, lines: hour.lines + 1 })
    return true
  }
}

const mostLines = 60
const mostKept = 5_000

async function sessionOf(deps: HttpDeps, request: FastifyRequest): Promise<Session | undefined> {
  if (deps.state() === undefined) return undefined
  const bearer = bearerOf(request)
  if (bearer !== undefined) return deps.machines.find(bearer, deps.now())
  const token = heldToken(deps, request, 'session')
  return token === undefined ? undefined : deps.sessions.find(token, deps.now(), { quiet: true })
}
