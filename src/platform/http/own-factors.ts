import type { FastifyRequest } from 'fastify'
import { closeHalves } from '../identity/half-sessions.ts'
import { heldPosts } from '../identity/posts.ts'
import { makeRecoveryCodes } from '../identity/recovery.ts'
import {
  type Factors,
  factorsOf,
  hasSecondFactor,
  needsSecondFactor,
  resetFactors,
} from '../identity/second-factor.ts'
import type { HttpDeps, Session } from './deps.ts'
import { Refused } from './errors.ts'
import { renew } from './own-password.ts'
import { type Exchange, note } from './signing-in.ts'
import { cityOf } from './who.ts'

export type Factor = 'totp' | 'passkey'

type Changed = { readonly session: Session; readonly factor: Factor }

export function ownFactors(deps: HttpDeps, { account }: Session): Promise<Factors> {
  return factorsOf(deps.db, cityOf(deps).city, account.id)
}

/** After a factor was added: who was half way in begins anew, the session gets a new token, and
 *  whoever has no recovery codes gets them, shown this once. */
export async function added(
  deps: HttpDeps,
  exchange: Exchange,
  { session, factor }: Changed,
): Promise<{ readonly codes?: readonly string[] }> {
  const { city } = cityOf(deps)
  const { account, post } = session
  await closeHalves(deps.db, city, account.id)
  await renew(deps, exchange, session)
  const about = { factor }
  await note(deps, exchange.request, {
    what: 'factorAdded',
    account: account.id,
    post: post.id,
    about,
  })
  if ((await ownFactors(deps, session)).recovery > 0) return {}
  const at = { db: deps.db, keys: deps.keys, city, account: account.id }
  return { codes: await makeRecoveryCodes(at) }
}

/** Refuses to take away the last one where the city asks for one. */
export async function mayRemove(
  deps: HttpDeps,
  { account }: Session,
  { left }: { readonly left: number },
): Promise<void> {
  if (left > 0) return
  const { city, world } = cityOf(deps)
  const now = deps.now()
  const posts = await heldPosts(deps.db, { city, now }, { person: account.person })
  const roles = posts.map(({ role }) => role)
  if (!needsSecondFactor(world, roles, now)) return
  throw new Refused(409, {
    code: 'factorAsked',
    says: '您的岗位要求设置第二因素，不能移除最后一个',
    instead: '先添加另一个，再移除这一个',
  })
}

/** After a factor was removed. Recovery codes stand in for a factor: without one they go too. */
export async function removed(
  deps: HttpDeps,
  request: FastifyRequest,
  { session, factor }: Changed,
): Promise<void> {
  const { city } = cityOf(deps)
  const { account, post } = session
  if (!hasSecondFactor(await ownFactors(deps, session)))
    await resetFactors(deps.db, { city, account: account.id })
  await closeHalves(deps.db, city, account.id)
  deps.sessions.forget(account.id)
  const about = { factor }
  await note(deps, request, { what: 'factorRemoved', account: account.id, post: post.id, about })
}
