import type { FastifyInstance } from 'fastify'
import type { HttpDeps } from './deps.ts'
import { isSecure } from './origin.ts'

/** What an answer of the interface may load when a browser is led to show it: nothing. */
const answerPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'"

/** What no page of ours uses of a device. */
const withheld = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'serial',
  'usb',
]

/** What every answer says, whoever gives it: also the one that waits until the rest is built. */
export const fixedHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': answerPolicy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'x-permitted-cross-domain-policies': 'none',
  'permissions-policy': withheld.map((name) => `${name}=()`).join(', '),
}

/**
 * A page of ours runs scripts and styles of this origin only. Styles that components write while
 * the page runs carry the page's own nonce; where none do, none may.
 */
export function pagePolicy(nonce?: string): string {
  const styles = nonce === undefined ? "'self'" : `'self' 'nonce-${nonce}'`
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${styles}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** Puts the headers on every answer. What the interface answers is kept nowhere unless its route
 *  says otherwise, and what came by https stays with https. */
export function setHeaders(app: FastifyInstance, deps: HttpDeps): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(fixedHeaders)
    if (isSecure(deps, request))
      reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains')
  })
  app.addHook('onSend', async (request, reply) => {
    const isAnswer = request.url.startsWith('/api/')
    if (isAnswer && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
}
