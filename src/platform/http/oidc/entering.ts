import type { FastifyRequest } from 'fastify'
import type { Account } from '../../identity/accounts.ts'
import { openHalf } from '../../identity/half-sessions.ts'
import { flowMs } from '../../identity/oidc/flows.ts'
import { factorsOf, hasSecondFactor } from '../../identity/second-factor.ts'
import type { HttpDeps } from '../deps.ts'
import { Refused } from '../errors.ts'
import { isSecure } from '../origin.ts'
import { hold } from '../session-cookie.ts'
import { enter, type Exchange, note } from '../signing-in.ts'
import { cityOf } from '../who.ts'

/** How it went at the provider, as the page that follows is told. */
export type Outcome = 'failed' | 'unknown' | 'ended' | 'second' | 'bound' | 'taken' | 'noPost'

type Entry = { readonly account: Account; readonly strong: boolean; readonly by: string }

/** The provider's word stands for the password. A second factor of ours is asked for unless the
 *  provider vouched for one in a way that the city trusts, of an identity its holder bound. */
export async function signInAs(
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

export async function refused(
  deps: HttpDeps,
  request: FastifyRequest,
  why: Outcome,
): Promise<Outcome> {
  await note(deps, request, { what: 'identityRefused', about: { way: refusedWords[why] } })
  return why
}

const refusedWords: Readonly<Partial<Record<Outcome, string>>> = {
  failed: '回来的内容不对',
  unknown: '没有绑定账号',
  ended: '账号已停用',
  noPost: '没有有效的岗位',
}

/** Lax, for the browser comes back from another site; it opens nothing but this one flow. */
export function holdFlow(deps: HttpDeps, { request, reply }: Exchange, token: string): void {
  reply.setCookie(cookieOf(deps, request), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure(deps, request),
    maxAge: Math.floor(flowMs / 1000),
  })
}

export function cookieOf(deps: HttpDeps, request: FastifyRequest): string {
  return isSecure(deps, request) ? '__Host-tx_oidc' : 'tx_oidc'
}
