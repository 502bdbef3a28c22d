import type { FastifyInstance } from 'fastify'
import type { HttpDeps } from '../deps.ts'
import { ballotOrganiserRoutes } from './organiser-routes.ts'
import { ballotVoterRoutes } from './voter-routes.ts'

/** Votes without names: who holds them, and who votes. */
export function ballotRoutes(app: FastifyInstance, deps: HttpDeps): void {
  ballotOrganiserRoutes(app, deps)
  ballotVoterRoutes(app, deps)
}
