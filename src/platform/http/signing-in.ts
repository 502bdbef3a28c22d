import type { FastifyReply, FastifyRequest } from 'fastify'
import { durationText } from '../../kernel/time.ts'
import type { Account, Tried } from '../identity/accounts.ts'
import { deviceWords } from '../identity/device-words.ts'
import { rememberDevice } from '../identity/known-devices.ts'
import { noteSecurity, type SecurityAbout } from '../identity/security-log.ts'
import type { SecurityWhat } from '../identity/security-kinds.ts'
import { newToken } from '../identity/token.ts'
import type { HttpDeps, Session } from './deps.ts'
import { notAllowed, Refused } from './errors.ts'
import { meView } from './me.ts'
import { heldToken, hold, letGo } from './session-cookie.ts'
import { cityOf } from './who.ts'

/** The request that is being answered. */
export type Exchange = { readonly request: FastifyRequest; readonly reply: FastifyReply }

type Entering = {
  readonly account: Account
  /** The device is its holder's own: closing the browser does not sign out. */
  readonly stay: boolean
  /** How they showed who they are, for the log: 'password', 'totp', 'passkey', 'oidc'… */
  readonly by: string
}

/** Opens a session for who has shown all that was asked, always with a new token: one that was in
 *  the browser before, whoever put it there, opens nothing any more. */
export async function enter(deps: HttpDeps, exchange: Exchange, entering: Entering) {
  const { request } = exchange
  const { account, stay, by } = entering
  const { city } = cityOf(deps)
  const now = deps.now()
  const former = heldToken(deps, request, 'session')
  if (former !== undefined) await deps.sessions.close(former)
  const device = deviceWords(request.headers['user-agent'])
  const token = await deps.sessions.open(account, now, { device, stay })
  const session = await deps.sessions.find(token, now)
  if (session === undefined) throw notAllowed('这个账号现在没有有效的岗位，请联系管理员')
  holdSession(deps, exchange, { session, token })
  const known = heldToken(deps, request, 'device') ?? newToken()
  await rememberDevice(deps.db, { city, account: account.id }, { token: known, now })
  hold(deps, exchange, { what: 'device', token: known })
  if (heldToken(deps, request, 'half') !== undefined) letGo(deps, exchange, 'half')
  await note(deps, request, { what: 'signedIn', account: account.id, about: { by, device } })
  return meView(deps, session)
}

/** Kept by the browser for as long as its holder asked for. */
export function holdSession(
  deps: HttpDeps,
  exchange: Exchange,
  { session, token }: { readonly session: Session; readonly token: string },
): void {
  const { staysUntil } = session
  const lastsMs = staysUntil === undefined ? undefined : staysUntil - deps.now()
  hold(deps, exchange, { what: 'session', token, lastsMs })
}

type Noted = {
  readonly what: SecurityWhat
  readonly account?: string | undefined
  readonly post?: string | undefined
  readonly about?: SecurityAbout
}

/** A line of the security log about this request. */
export async function note(deps: HttpDeps, request: FastifyRequest, noted: Noted): Promise<void> {
  const { city } = cityOf(deps)
  await noteSecurity(deps.db, { city, at: deps.now(), address: request.ip, ...noted })
}

/** Tells and writes down a try that failed. The same words for a login that nobody has. */
export async function refuseTried(
  deps: HttpDeps,
  request: FastifyRequest,
  { tried, what, wrong }: { tried: Tried & { ok: false }; what: SecurityWhat; wrong: Refused },
): Promise<Refused> {
  const { account } = tried
  if (tried.why === 'wrong') {
    await note(deps, request, { what, account })
    return wrong
  }
  // Only the try that locked is written down: what comes while it is locked would fill the log.
  if (tried.isNew) await note(deps, request, { what: 'locked', account })
  const wait = durationText(tried.until - deps.now())
  return tried.why === 'addressLocked'
    ? new Refused(401, {
        code: 'locked',
        says: `这个网络上输错的次数太多，请 ${wait}后再试`,
        instead: '用以前登录过的浏览器可以照常登录',
      })
    : new Refused(401, {
        code: 'locked',
        says: `输错次数太多，账号已锁定，请 ${wait}后再试`,
      })
}
