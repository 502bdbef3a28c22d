import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type OidcConfig, oidcConfig } from '../../identity/oidc/config.ts'
import { type Flow, openFlow, takeFlow } from '../../identity/oidc/flows.ts'
import { accountOf, bind, type Identity } from '../../identity/oidc/identities.ts'
import { arriveFrom, leaveFor } from '../../identity/oidc/provider.ts'
import type { HttpDeps } from '../deps.ts'
import { Refused } from '../errors.ts'
import { mustProve } from '../own-password.ts'
import { byAddress } from '../rate.ts'
import { type Exchange, note } from '../signing-in.ts'
import { cityOf, signedIn } from '../who.ts'
import { oidcClaimRoutes } from './claim-routes.ts'
import { cookieOf, holdFlow, type Outcome, refused, signInAs } from './entering.ts'

/** Signing in by the city's identity provider. A person is known by the provider's own id, bound to
 *  an account beforehand: never by a name, a number or an address that could be somebody else's. */
export function oidcRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const rateLimit = byAddress(300)
  app.get('/api/oidc', { config: { about: '统一身份认证：是否启用', open: true } }, async () => ({
    label: (await configOf(deps))?.label,
  }))
  app.get(
    '/api/oidc/start',
    { config: { about: '统一身份认证：去登录', open: true, rateLimit } },
    async (request, reply) => {
      const to = await leave(deps, { request, reply }, { purpose: 'signIn' })
      return reply.redirect(to, 302)
    },
  )
  app.post(
    '/api/oidc/bind',
    { config: { about: '统一身份认证：绑定自己的账号', account: true } },
    async (request, reply) => {
      const session = await signedIn(deps, request)
      mustProve(deps, session)
      const { account } = session
      return { to: await leave(deps, { request, reply }, { purpose: 'bind', account: account.id }) }
    },
  )
  app.get(
    '/api/oidc/callback',
    {
      config: {
        about: '统一身份认证：从认证方回来',
        open: true,
        rateLimit,
        query: ['code', 'state', 'iss', 'error'],
        redirects: true,
      },
    },
    async (request, reply) => {
      const outcome = await arrive(deps, { request, reply })
      const page = outcome === 'bound' || outcome === 'taken' ? '/account' : '/'
      return reply.redirect(outcome === undefined ? '/' : `${page}?oidc=${outcome}`, 302)
    },
  )
  oidcClaimRoutes(app, deps)
}

export async function configOf(deps: HttpDeps): Promise<OidcConfig | undefined> {
  const city = deps.state()?.city
  return city === undefined ? undefined : oidcConfig({ db: deps.db, keys: deps.keys, city })
}

export function callbackOf(deps: HttpDeps, request: FastifyRequest): string {
  const origin = deps.origin ?? `${request.protocol}://${request.host}`
  return new URL('/api/oidc/callback', origin).href
}

async function leave(
  deps: HttpDeps,
  exchange: Exchange,
  why: Pick<Flow, 'purpose'> & { readonly account?: string },
): Promise<string> {
  const config = await configOf(deps)
  if (config === undefined)
    throw new Refused(409, { code: 'noProvider', says: '本市没有启用统一身份认证' })
  const { to, ...sent } = await leaveFor(config, callbackOf(deps, exchange.request)).catch(
    (error: unknown) => {
      exchange.request.log.warn({ err: error }, 'oidc provider')
      throw new Refused(503, {
        code: 'providerAway',
        says: '统一身份认证暂时连接不上，请稍后再试，或用账号密码登录',
      })
    },
  )
  const { city } = cityOf(deps)
  const flow = { ...sent, ...why, account: why.account, subject: undefined, strong: false }
  const token = await openFlow(deps.db, { city, now: deps.now() }, flow)
  holdFlow(deps, exchange, token)
  return to
}

/** Comes back with a code: signs in, binds, or says what is missing. */
async function arrive(deps: HttpDeps, exchange: Exchange): Promise<Outcome | undefined> {
  const { request } = exchange
  const config = await configOf(deps)
  const at = { city: cityOf(deps).city, now: deps.now() }
  const token = request.cookies[cookieOf(deps, request)]
  const flow = token === undefined ? undefined : await takeFlow(deps.db, at, token)
  if (config === undefined || flow === undefined || flow.purpose === 'unknown')
    return refused(deps, request, 'failed')
  const url = new URL(request.url, callbackOf(deps, request))
  const arrived = await arriveFrom(config, url, flow).catch((error: unknown) => {
    request.log.warn({ code: codeOf(error) }, 'oidc answer')
    return undefined
  })
  if (arrived === undefined) return refused(deps, request, 'failed')
  const identity = { issuer: arrived.issuer, subject: arrived.subject }
  if (flow.purpose === 'bind') return bindOwn(deps, request, { flow, identity })
  const known = await accountOf(deps.db, at, identity)
  if (known === 'ended') return refused(deps, request, 'ended')
  if (known !== 'unknown') {
    const { account, own } = known
    return signInAs(deps, exchange, { account, strong: own && arrived.strong, by: 'oidc' })
  }
  const unknown: Flow = {
    ...flow,
    purpose: 'unknown',
    account: undefined,
    // The issuer stands beside the subject: a code is claimed for this one provider's person.
    subject: JSON.stringify(identity),
    strong: arrived.strong,
  }
  holdFlow(deps, exchange, await openFlow(deps.db, at, unknown))
  return refused(deps, request, 'unknown')
}

async function bindOwn(
  deps: HttpDeps,
  request: FastifyRequest,
  { flow, identity }: { flow: Flow; identity: Identity },
): Promise<Outcome> {
  const { city } = cityOf(deps)
  const { account } = flow
  if (account === undefined) return 'failed'
  const isBound = await bind(deps.db, { city, now: deps.now() }, { identity, account, own: true })
  if (isBound) await note(deps, request, { what: 'identityBound', account, about: { of: account } })
  return isBound ? 'bound' : 'taken'
}

function codeOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown'
}
