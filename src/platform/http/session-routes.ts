import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { tryPassword } from '../identity/accounts.ts'
import { openHalf } from '../identity/half-sessions.ts'
import { factorsOf, hasSecondFactor } from '../identity/second-factor.ts'
import type { HttpDeps } from './deps.ts'
import { invalid, notAllowed, Refused } from './errors.ts'
import { meView } from './me.ts'
import { byAddress } from './rate.ts'
import { secondStep } from './second-step.ts'
import { heldToken, hold, letGo } from './session-cookie.ts'
import { enter, type Exchange, note, refuseTried } from './signing-in.ts'
import { cityOf, signedIn } from './who.ts'

const signInBody = z.object({
  login: z.string().max(100),
  password: z.string().max(200),
  /** The device is one person's own: closing the browser does not sign out. */
  stay: z.boolean().optional(),
})
const postBody = z.object({ post: z.uuid() })

/** Signing in and out, and choosing the one post to act in. */
export function sessionRoutes(app: FastifyInstance, deps: HttpDeps): void {
  app.post(
    '/api/session',
    { config: { about: '登录', body: signInBody, open: true, rateLimit: byAddress(300) } },
    (request, reply) => signIn(deps, { request, reply }),
  )
  app.delete(
    '/api/session',
    { config: { about: '退出登录', account: 'ownPassword' } },
    async (request, reply) => {
      await signOut(deps, { request, reply })
      return { ok: true }
    },
  )
  app.get(
    '/api/me',
    { config: { about: '当前登录人和岗位', account: 'ownPassword' } },
    async (request) => meView(deps, await signedIn(deps, request)),
  )
  app.post('/api/me/post', { config: { about: '切换岗位', body: postBody } }, async (request) => {
    const session = await signedIn(deps, request)
    const read = postBody.safeParse(request.body)
    if (!read.success) throw invalid('请选择岗位')
    if (!(await deps.sessions.switchTo(session, read.data.post, deps.now())))
      throw notAllowed('这不是您的岗位，或已经到期')
    return meView(deps, await signedIn(deps, request))
  })
}

/** The first step: login and password. Who has a second factor is asked for it next. */
async function signIn(deps: HttpDeps, exchange: Exchange) {
  const { request } = exchange
  const read = signInBody.safeParse(request.body)
  if (!read.success) throw invalid('请填写账号和密码')
  const { city } = cityOf(deps)
  const now = deps.now()
  const { login, password, stay = false } = read.data
  const tried = await tryPassword(
    deps.db,
    { city, now, limits: deps.limits(now), keys: deps.keys },
    { login, password, address: request.ip, device: heldToken(deps, request, 'device') },
  )
  if (!tried.ok) {
    const wrong = new Refused(401, { code: 'wrongPassword', says: '账号或密码不对' })
    throw await refuseTried(deps, request, { tried, what: 'signInFailed', wrong })
  }
  const { account } = tried
  const factors = await factorsOf(deps.db, city, account.id)
  if (!hasSecondFactor(factors)) return enter(deps, exchange, { account, stay, by: 'password' })
  const token = await openHalf(deps.db, { city, now }, { account: account.id, stay })
  hold(deps, exchange, { what: 'half', token })
  return secondStep(deps, request, factors)
}

async function signOut(deps: HttpDeps, exchange: Exchange): Promise<void> {
  const token = heldToken(deps, exchange.request, 'session')
  letGo(deps, exchange, 'session')
  if (token === undefined || deps.state() === undefined) return
  const session = await deps.sessions.find(token, deps.now(), { quiet: true })
  await deps.sessions.close(token)
  if (session === undefined) return
  const { account, post } = session
  await note(deps, exchange.request, { what: 'signedOut', account: account.id, post: post.id })
}
