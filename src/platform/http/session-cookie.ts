import type { FastifyReply, FastifyRequest } from 'fastify'
import { knownMs } from '../identity/known-devices.ts'
import { halfMs } from '../identity/half-sessions.ts'
import type { HttpDeps } from './deps.ts'
import { isSecure } from './origin.ts'

/** What a browser holds: a session, a sign-in half done, and that it has signed in before. */
export type Held = 'session' | 'half' | 'device'

const names: Readonly<Record<Held, string>> = {
  session: 'tx_session',
  half: 'tx_half',
  device: 'tx_device',
}

type Deps = Pick<HttpDeps, 'origin'>

/** Over https only a cookie that no other site and no unencrypted page can have set. */
export function heldToken(deps: Deps, request: FastifyRequest, what: Held): string | undefined {
  return request.cookies[nameOf(deps, request, what)]
}

export function hold(
  deps: Deps,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  { what, token, lastsMs }: { what: Held; token: string; lastsMs?: number | undefined },
): void {
  const lasts = lastsMs ?? (what === 'session' ? undefined : what === 'half' ? halfMs : knownMs)
  reply.setCookie(nameOf(deps, request, what), token, {
    ...ours(deps, request),
    ...(lasts === undefined ? {} : { maxAge: Math.floor(lasts / 1000) }),
  })
}

export function letGo(
  deps: Deps,
  { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
  what: Held,
): void {
  reply.clearCookie(nameOf(deps, request, what), ours(deps, request))
}

function nameOf(deps: Deps, request: FastifyRequest, what: Held): string {
  return isSecure(deps, request) ? `__Host-${names[what]}` : names[what]
}

function ours(deps: Deps, request: FastifyRequest) {
  return {
    path: '/',
    httpOnly: true,
    sameSite: 'strict' as const,
    secure: isSecure(deps, request),
  }
}
