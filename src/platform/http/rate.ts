import rateLimit from '@fastify/rate-limit'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { HttpDeps } from './deps.ts'
import { Refused } from './errors.ts'
import { rateWindows } from './rate-windows.ts'
import { heldToken } from './session-cookie.ts'
import { bearerOf } from './who.ts'

/** A limit of its own for a route that guesses could be tried on: no cookie gets around it. */
export function byAddress(max: number) {
  return { max, timeWindow: 60_000, keyGenerator: (request: FastifyRequest) => request.ip }
}

/** Residents and other platforms are limited by address, for a token tried out is not yet anybody's;
 *  officials, who share addresses, by their session. */
export async function limitRates(app: FastifyInstance, deps: HttpDeps): Promise<void> {
  const isPublic = (path: string) => path.startsWith('/api/public/')
  await app.register(rateLimit, {
    global: true,
    timeWindow: 60_000,
    store: rateWindows(() => performance.now()),
    max: (request) => {
      if (isPublic(request.url)) return deps.rate.residents
      return bearerOf(request) === undefined ? deps.rate.officials : deps.rate.machines
    },
    keyGenerator: (request) => {
      const session = heldToken(deps, request, 'session')
      if (isPublic(request.url)) return `r:${request.ip}`
      if (bearerOf(request) !== undefined) return `m:${request.ip}`
      return session === undefined ? `o:${request.ip}` : `s:${session}`
    },
    addHeadersOnExceeding: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
    },
    errorResponseBuilder: (_, { ttl }) =>
      new Refused(429, {
        code: 'tooMany',
        says: `操作太频繁，请 ${Math.max(1, Math.ceil(ttl / 1000))} 秒后再试`,
      }),
  })
}
