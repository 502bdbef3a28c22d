import type { FastifyRequest } from 'fastify'
import type { PasskeyAt } from '../identity/passkeys.ts'
import { type Factors, type Way, waysOf } from '../identity/second-factor.ts'
import type { HttpDeps } from './deps.ts'
import { Refused } from './errors.ts'
import { siteOf } from './origin.ts'
import { cityOf } from './who.ts'

export type SecondStep = { readonly needs: 'second'; readonly ways: readonly Way[] }

/** What who gave the password may give next; passkeys only where this address has them. */
export function secondStep(deps: HttpDeps, request: FastifyRequest, factors: Factors): SecondStep {
  const hasSite = siteOf(deps, request) !== undefined
  return { needs: 'second', ways: waysOf(factors).filter((way) => hasSite || way !== 'passkey') }
}

/** The site of a request, for what is done with passkeys. */
export function passkeysAt(deps: HttpDeps, request: FastifyRequest): PasskeyAt {
  const { city, name } = cityOf(deps)
  const site = siteOf(deps, request)
  if (site === undefined)
    throw new Refused(409, {
      code: 'noPasskeysHere',
      says: '这个地址不能使用通行密钥',
      instead: '请用域名打开平台，或改用验证器的动态码',
    })
  return { db: deps.db, city, now: deps.now(), site: { ...site, name: `同心 · ${name}` } }
}
