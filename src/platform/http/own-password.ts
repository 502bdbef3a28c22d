import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { changePassword, tryOwnPassword } from '../identity/accounts.ts'
import { dropWaysSinceGiven } from '../identity/forced-change.ts'
import { closeHalves } from '../identity/half-sessions.ts'
import { forgetDevices } from '../identity/known-devices.ts'
import { problemWithPassword } from '../identity/passwords.ts'
import type { HttpDeps, Session } from './deps.ts'
import { invalid, Refused } from './errors.ts'
import { heldToken } from './session-cookie.ts'
import { type Exchange, holdSession, note, refuseTried } from './signing-in.ts'
import { cityOf, signedIn } from './who.ts'

const passwordBody = z.object({ old: z.string().max(200), new: z.string().max(200) })
const proofBody = z.object({ password: z.string().max(200) })

/** One's own password: changing it, and giving it again before something that matters. */
export function ownPasswordRoutes(app: FastifyInstance, deps: HttpDeps): void {
  app.post(
    '/api/me/password',
    { config: { about: '修改密码', body: passwordBody, account: 'ownPassword' } },
    async (request, reply) => {
      const session = await signedIn(deps, request)
      const read = passwordBody.safeParse(request.body)
      if (!read.success) throw invalid('请填写原密码和新密码')
      await replacePassword(deps, { request, reply }, { session, ...read.data })
      return { ok: true }
    },
  )
  app.post(
    '/api/account/prove',
    { config: { about: '再次输入密码', body: proofBody, account: true } },
    async (request, reply) => {
      const session = await signedIn(deps, request)
      const read = proofBody.safeParse(request.body)
      if (!read.success) throw invalid('请输入密码', { password: '请输入密码' })
      const { password } = read.data
      await mustBeOwn(deps, { request, reply }, { session, password, field: 'password' })
      await renew(deps, { request, reply }, session)
      return { ok: true }
    },
  )
}

/** What changes how an account is entered is done soon after its holder gave the password. */
export function mustProve(deps: HttpDeps, { proved }: Session): void {
  if (proved !== undefined && deps.now() - proved <= provedMs) return
  throw new Refused(403, {
    code: 'proveFirst',
    says: '为了您的账号安全，请再输入一次密码',
  })
}

const provedMs = 10 * 60_000

/** A new token for the session in this browser: the old one opens nothing any more. */
export async function renew(deps: HttpDeps, exchange: Exchange, session: Session): Promise<void> {
  const token = await deps.sessions.renew(session, deps.now())
  holdSession(deps, exchange, { session, token })
}

type Replacing = { readonly session: Session; readonly old: string; readonly new: string }

/** Every other session ends, no other browser is known any more, and what was half done is void. */
async function replacePassword(
  deps: HttpDeps,
  exchange: Exchange,
  { session, old, new: next }: Replacing,
): Promise<void> {
  const { city } = cityOf(deps)
  const { login, id } = session.account
  await mustBeOwn(deps, exchange, { session, password: old, field: 'old' })
  const problem = next === old ? '新密码不能和原密码一样' : problemWithPassword(next, login)
  if (problem !== undefined) throw invalid(problem, { new: problem })
  const isForced = session.mustFirst === 'changePassword'
  const gone = isForced ? await dropWaysSinceGiven(deps.db, { city, account: id }) : 0
  await changePassword(deps.db, { city, id }, next)
  await deps.sessions.closeAll(id, session.id)
  const device = heldToken(deps, exchange.request, 'device')
  await forgetDevices(deps.db, { city, account: id }, device)
  await closeHalves(deps.db, city, id)
  await renew(deps, exchange, session)
  const own = { account: id, post: session.post.id }
  await note(deps, exchange.request, { what: 'passwordChanged', ...own })
  if (gone > 0)
    await note(deps, exchange.request, { what: 'factorReset', ...own, about: { of: id } })
}

async function mustBeOwn(
  deps: HttpDeps,
  { request }: Exchange,
  { session, password, field }: { session: Session; password: string; field: string },
): Promise<void> {
  const now = deps.now()
  const { city } = cityOf(deps)
  const at = { city, now, limits: deps.limits(now), keys: deps.keys }
  const tried = await tryOwnPassword(deps.db, at, { account: session.account, password })
  if (tried.ok) return
  const says = field === 'old' ? '原密码不对' : '密码不对'
  const wrong = invalid(says, { [field]: says })
  const refused = await refuseTried(deps, request, { tried, what: 'signInFailed', wrong })
  // A session that is signed in stays so: its page must not take this for the end of it.
  throw refused === wrong ? wrong : new Refused(409, refused.body)
}
