import type { FastifyRequest } from 'fastify'
import type { Actor } from '../../kernel/actor.ts'
import type { CityState } from '../world/city-state.ts'
import type { HttpDeps, Session } from './deps.ts'
import { notAllowed, Refused, signedOut } from './errors.ts'
import { linkActor } from './link-actor.ts'
import { heldToken } from './session-cookie.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Open also to who must first set up a second factor. With a password that others know, only
     *  what is `ownPassword` is open: nobody adds a way in before its holder came. */
    account?: boolean | 'ownPassword'
  }
}

/** In which post the caller means to act: what was written down for later may meet the session of
 *  somebody else on the same device. */
const postHeader = 'x-tongxin-post'

/** A page that asks by itself, while nobody touches it, does not keep its session alive. */
const quietHeader = 'x-tongxin-quiet'

const mustSay = {
  changePassword: '现在的密码是别人给的，请先改成自己的密码',
  addFactor: '您的岗位要求设置第二因素，请先在“账号与安全”里设置',
} as const

/** The session of a request; refuses when nobody is signed in. Who holds a resident's link is
 *  known, and has pages of their own. */
export async function signedIn(deps: HttpDeps, request: FastifyRequest): Promise<Session> {
  const bearer = bearerOf(request)
  if (bearer !== undefined) return machineAt(deps, request, bearer)
  const token = heldToken(deps, request, 'session')
  if (token === undefined && linkActor(deps, request) !== undefined)
    throw notAllowed('凭查询码只能在居民页面查看和办理自己的诉求')
  if (token === undefined || deps.state() === undefined) throw signedOut()
  const quiet = request.headers[quietHeader] === '1'
  const session = await deps.sessions.find(token, deps.now(), { quiet })
  if (session === undefined) throw signedOut()
  if (session.mustFirst !== undefined && !isOpenFirst(session.mustFirst, request))
    throw new Refused(403, { code: 'mustFirst', says: mustSay[session.mustFirst] })
  const meant = request.headers[postHeader]
  // What was written in a post that has ended since is sent in the one that follows it.
  if (meant !== undefined && meant !== session.post.id && meant !== session.post.follows)
    throw new Refused(409, {
      code: 'otherPost',
      says: '现在登录的不是写下这件事的岗位',
      instead: '请换到原来的岗位再发',
    })
  return session
}

function isOpenFirst(
  mustFirst: NonNullable<Session['mustFirst']>,
  { routeOptions }: FastifyRequest,
): boolean {
  const { account } = routeOptions.config
  return account === 'ownPassword' || (account === true && mustFirst === 'addFactor')
}

/** The token of another platform, which no page of another site can make a browser send. */
export function bearerOf({ headers }: FastifyRequest): string | undefined {
  const [scheme, token] = (headers.authorization ?? '').split(' ')
  return scheme?.toLowerCase() === 'bearer' ? (token ?? '') : undefined
}

/** Another platform asks and reads what it asked; all else is for people. */
async function machineAt(deps: HttpDeps, request: FastifyRequest, token: string): Promise<Session> {
  const found = deps.state() && (await deps.machines.find(token, deps.now()))
  if (found === undefined)
    throw new Refused(401, { code: 'wrongToken', says: '接口令牌不对，或已经停用' })
  if (request.routeOptions.config.machine !== true) throw notAllowed('接口账号不能使用这项功能')
  return found
}

export function actorOf({ post }: Session): Extract<Actor, { by: 'post' }> {
  const { id, person, unit, role } = post
  return { by: 'post', post: { id, person, unit, role } }
}

/** The city served; refuses while it has not been set up. */
export function cityOf(deps: HttpDeps): CityState {
  const state = deps.state()
  if (state === undefined)
    throw new Refused(503, { code: 'notSetUp', says: '平台还没有完成初始设置' })
  return state
}
