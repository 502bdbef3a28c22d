import type { FastifyRequest } from 'fastify'
import type { Actor } from '../../kernel/actor.ts'
import type { HttpDeps } from './deps.ts'
import { recordOfToken } from './links.ts'

/** The holder of a resident's link, if the request carries one that is good. */
export function linkActor(
  deps: HttpDeps,
  request: FastifyRequest,
): Extract<Actor, { by: 'link' }> | undefined {
  const [scheme, token = ''] = (request.headers.authorization ?? '').split(' ')
  if (scheme !== 'Link') return undefined
  const record = recordOfToken(deps, token)
  return record === undefined ? undefined : { by: 'link', record }
}
