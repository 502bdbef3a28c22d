import { isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'
import type { HttpDeps } from './deps.ts'

type Deps = Pick<HttpDeps, 'origin'>

/** Whether people reach us over https: as the operator says, or as this request came, through a
 *  proxy of this machine too. */
export function isSecure({ origin }: Deps, request: FastifyRequest): boolean {
  return origin === undefined ? request.protocol === 'https' : origin.startsWith('https:')
}

/**
 * For which host name passkeys are made, and the address a browser must say it saw.
 *
 * Without the operator's word it is the host of the request. Whoever forges that header gains
 * nothing: a passkey is kept with its host name, the browser signs the address that it saw itself,
 * and both must be the same. Passkeys are for names; an address of numbers has none.
 */
export function siteOf(
  { origin }: Deps,
  request: FastifyRequest,
): { readonly rpId: string; readonly origin: string } | undefined {
  const seen = origin ?? `${request.protocol}://${request.host}`
  if (!URL.canParse(seen)) return undefined
  const url = new URL(seen)
  const isName = isIP(url.hostname.replaceAll(/[[\]]/g, '')) === 0
  return isName ? { rpId: url.hostname, origin: url.origin } : undefined
}
