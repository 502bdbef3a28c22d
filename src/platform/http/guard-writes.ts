import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { HttpDeps } from './deps.ts'
import { Refused } from './errors.ts'
import { bearerOf } from './who.ts'

/**
 * Only our own pages write in somebody's name. A page of another site can send a form here but not
 * our header, and browsers name the site that asks. A token of another platform is none that a page
 * could make a browser send.
 */
export function guardWrites(app: FastifyInstance, deps: HttpDeps): void {
  app.addHook('onRequest', async (request) => {
    if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return
    if (bearerOf(request) !== undefined) return
    if (request.headers['x-tongxin'] !== '1' || isForeign(request, deps))
      throw new Refused(403, { code: 'notAllowed', says: '请从平台页面操作' })
  })
}

/** Where the browser says how the asking page stands to us, that decides; its origin otherwise,
 *  which is the one the operator named or the host that was asked. */
function isForeign({ headers, host }: FastifyRequest, deps: HttpDeps): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true
  const { origin } = headers
  if (site === 'same-origin' || origin === undefined || origin === deps.origin) return false
  return !URL.canParse(origin) || new URL(origin).host !== host
}
