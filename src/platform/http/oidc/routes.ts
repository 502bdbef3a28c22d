import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { findHalf, openHalf } from '../../identity/half-sessions.ts'
import { type OidcConfig, oidcConfig } from '../../identity/oidc/config.ts'
import { findFlow, type Flow, flowMs, openFlow, takeFlow } from '../../identity/oidc/flows.ts'
import { accountOf, bind, type Identity, useBindingCode } from '../../identity/oidc/identities.ts'
import { arriveFrom, leaveFor } from '../../identity/oidc/provider.ts'
import { factorsOf, hasSecondFactor } from '../../identity/second-factor.ts'
import { type Account, accountById } from '../../identity/accounts.ts'
import type { HttpDeps } from '../deps.ts'
import { invalid, Refused, signedOut } from '../errors.ts'
import { isSecure } from '../origin.ts'
import { mustProve } from '../own-password.ts'
import { byAddress } from '../rate.ts'
import { secondStep } from '../second-step.ts'
import { heldToken, hold } from '../session-cookie.ts'
import { enter, type Exchange, note } from '../signing-in.ts'
import { cityOf, signedIn } from '../who.ts'

const codeBody = z.object({ code: z.string().max(60) })

/** How it went at the provider, as the page that follows is told. */
type Outcome = 'failed' | 'unknown' | 'ended' | 'second' | 'bound' | 'taken' | 'noPost'

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
  unfinishedRoutes(app, deps)
}

/** For whom the provider was not enough: an account still to be named, a second factor to give. */
function unfinishedRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const rateLimit = byAddress(300)
  app.post(
    '/api/oidc/claim',
    {
      config: {
        about: '统一身份认证：凭绑定码认领账号',
        open: true,
        rateLimit: byAddress(10),
        body: codeBody,
      },
    },
    (request, reply) => claim(deps, { request, reply }),
  )
  app.get(
    '/api/oidc/second',
    { config: { about: '统一身份认证：还要的第二因素', open: true, rateLimit } },
    async (request) => {
      const half = heldToken(deps, request, 'half')
      const { city } = cityOf(deps)
      const found = half && (await findHalf(deps.db, { city, now: deps.now() }, half))
      if (found === undefined || found === '') throw signedOut()
      return secondStep(deps, request, await factorsOf(deps.db, city, found.account))
    },
  )
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
  const account = await accountOf(deps.db, at, identity)
  if (account === 'ended') return refused(deps, request, 'ended')
  if (account !== 'unknown')
    return signInAs(deps, exchange, { account, strong: arrived.strong, by: 'oidc' })
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

type Entry = { readonly account: Account; readonly strong: boolean; readonly by: string }

/** The provider's word stands for the password. A second factor of ours is asked for unless the
 *  provider vouched for one in a way that the city trusts. */
async function signInAs(
  deps: HttpDeps,
  exchange: Exchange,
  { account, strong, by }: Entry,
): Promise<Outcome | undefined> {
  const { city } = cityOf(deps)
  const factors = await factorsOf(deps.db, city, account.id)
  if (!strong && hasSecondFactor(factors)) {
    const half = { account: account.id, stay: false }
    const token = await openHalf(deps.db, { city, now: deps.now() }, half)
    hold(deps, exchange, { what: 'half', token })
    return 'second'
  }
  try {
    await enter(deps, exchange, { account, stay: false, by })
    return undefined
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return refused(deps, exchange.request, 'noPost')
  }
}

async function bindOwn(
  deps: HttpDeps,
  request: FastifyRequest,
  { flow, identity }: { flow: Flow; identity: Identity },
): Promise<Outcome> {
  const { city } = cityOf(deps)
  const { account } = flow
  if (account === undefined) return 'failed'
  const isBound = await bind(deps.db, { city, now: deps.now() }, { identity, account })
  if (isBound) await note(deps, request, 'identityBound', { account, about: { of: account } })
  return isBound ? 'bound' : 'taken'
}

/** Who came from the provider unknown says by a code which account is theirs, and is in. */
async function claim(deps: HttpDeps, exchange: Exchange) {
  const { request } = exchange
  const read = codeBody.safeParse(request.body)
  if (!read.success) throw invalid('请填写绑定码', { code: '请填写绑定码' })
  const at = { city: cityOf(deps).city, now: deps.now() }
  const token = request.cookies[cookieOf(deps, request)]
  const flow = token === undefined ? undefined : await findFlow(deps.db, at, token)
  const identity = identityIn(flow?.subject)
  if (token === undefined || flow === undefined || identity === undefined)
    throw new Refused(409, {
      code: 'flowGone',
      says: '等得太久了，请重新从统一身份认证登录',
    })
  const id = await useBindingCode(deps.db, at, read.data.code)
  const account = id === undefined ? undefined : await accountById(deps.db, at.city, id)
  if (account === undefined) {
    await note(deps, request, 'identityRefused')
    throw invalid('绑定码不对，或已经用过、过期', { code: '绑定码不对，或已经用过、过期' })
  }
  if ((await takeFlow(deps.db, at, token)) === undefined) throw signedOut()
  if (!(await bind(deps.db, at, { identity, account: account.id })))
    throw new Refused(409, { code: 'identityTaken', says: '这个统一身份已经绑定了别的账号' })
  await note(deps, request, 'identityBound', {
    account: account.id,
    about: { of: account.id },
  })
  return { oidc: await signInAs(deps, exchange, { account, strong: flow.strong, by: 'oidc' }) }
}

const identityShape = z.object({ issuer: z.string(), subject: z.string() })

function identityIn(text: string | undefined): Identity | undefined {
  if (text === undefined) return undefined
  const read = identityShape.safeParse(JSON.parse(text))
  return read.success ? read.data : undefined
}

async function refused(deps: HttpDeps, request: FastifyRequest, why: Outcome): Promise<Outcome> {
  await note(deps, request, 'identityRefused', { about: { way: refusedWords[why] } })
  return why
}

const refusedWords: Readonly<Partial<Record<Outcome, string>>> = {
  failed: '回来的内容不对',
  unknown: '没有绑定账号',
  ended: '账号已停用',
  noPost: '没有有效的岗位',
}

function codeOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown'
}

/** Lax, for the browser comes back from another site; it opens nothing but this one flow. */
function holdFlow(deps: HttpDeps, { request, reply }: Exchange, token: string): void {
  reply.setCookie(cookieOf(deps, request), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(deps, request),
    maxAge: Math.floor(flowMs / 1000),
  })
}

function cookieOf(deps: HttpDeps, request: FastifyRequest): string {
  return isSecure(deps, request) ? '__Host-tx_oidc' : 'tx_oidc'
}
