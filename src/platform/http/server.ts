import { randomUUID } from 'node:crypto'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance } from 'fastify'
import { askRoutes } from './ask-routes.ts'
import { refuseWhenBusy } from './back-pressure.ts'
import type { HttpDeps } from './deps.ts'
import { handleErrors, refuseAddress } from './errors.ts'
import { setHeaders } from './fixed-headers.ts'
import { guardWrites } from './guard-writes.ts'
import { readQuery, takeJson } from './json-body.ts'
import { calendarRoutes } from './calendar-route.ts'
import { documentRoutes } from './document-routes.ts'
import { bulkRoutes } from './bulk.ts'
import { bulkOfferRoutes } from './bulk-offers.ts'
import { catalogueRoutes } from './catalogue.ts'
import { exportRoutes } from './export-routes.ts'
import { settingsRoutes } from './settings/routes.ts'
import { describeRoutes } from './openapi.ts'
import { savedViewRoutes } from './saved-views.ts'
import { searchRoutes } from './search.ts'
import { fileRoutes } from './files.ts'
import { mostBytes } from './taken-file.ts'
import { handedOutRoutes } from './handed-out.ts'
import { privacyRoutes } from './privacy-routes.ts'
import { publicRoutes } from './public-routes.ts'
import { kindHelpRoutes } from './kind-help-routes.ts'
import { sheetRoutes } from './sheets/routes.ts'
import { logOptions } from '../log/log-options.ts'
import { noteRefusedAccess } from './refused-access.ts'
import { ballotRoutes } from './ballots/routes.ts'
import { limitRates } from './rate.ts'
import { healthRoutes } from './health.ts'
import { listRoutes } from './list-routes.ts'
import { liveRoutes } from './live-routes.ts'
import { noticeRoutes } from './notices.ts'
import { courierRoute } from './courier-route.ts'
import { effectRoutes } from './effect-routes.ts'
import { indicatorRoutes } from './indicators/routes.ts'
import { scoreRoutes } from './scores/routes.ts'
import { referenceRoutes } from './reference-routes.ts'
import { accountRoutes } from './account-routes.ts'
import { deputyRoutes } from './deputy-routes.ts'
import { factorRoutes } from './factor-routes.ts'
import { officeRoutes } from './office-routes.ts'
import { oidcRoutes } from './oidc/routes.ts'
import { oidcSettingRoutes } from './oidc/setting-routes.ts'
import { securityLogRoutes } from './oversight/log-routes.ts'
import { oversightRoutes } from './oversight/routes.ts'
import { ownPasswordRoutes } from './own-password.ts'
import { passkeyEntryRoutes } from './passkey-entry-routes.ts'
import { passkeyRoutes } from './passkey-routes.ts'
import { secondRoutes } from './second-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import { setUpRoutes } from './set-up-routes.ts'
import { todoRoutes } from './todos.ts'
import { pages } from './pages.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a route is for, for the interface's own document. */
    about?: string
    /** Open to other platforms that ask with a token. */
    machine?: boolean
  }
}

/** Builds the server from kinds and what surrounds them; nothing is listened on yet. */
export async function buildServer(deps: HttpDeps): Promise<FastifyInstance> {
  const app = fastify({
    logger: deps.log === false ? false : logOptions(deps.log),
    genReqId: () => randomUUID(),
    frameworkErrors: refuseAddress,
    trustProxy: 'loopback',
    bodyLimit: 1_048_576,
    routerOptions: { maxParamLength: 200, querystringParser: readQuery },
  })
  handleErrors(app)
  await app.register(compress, { threshold: 1024 })
  await app.register(cookie)
  setHeaders(app, deps)
  refuseWhenBusy(app, deps)
  takeJson(app)
  await app.register(multipart, { limits: { fileSize: mostBytes + 1, files: 1, fields: 5 } })
  await limitRates(app, deps)
  noteRefusedAccess(app, deps)
  guardWrites(app, deps)
  describeRoutes(app, deps)
  healthRoutes(app, deps)
  referenceRoutes(app, deps)
  indicatorRoutes(app, deps)
  scoreRoutes(app, deps)
  effectRoutes(app, deps)
  courierRoute(app, deps)
  accountsRoutes(app, deps)
  askRoutes(app, deps)
  calendarRoutes(app, deps)
  documentRoutes(app, deps)
  todoRoutes(app, deps)
  listRoutes(app, deps)
  exportRoutes(app, deps)
  liveRoutes(app, deps)
  bulkRoutes(app, deps)
  bulkOfferRoutes(app, deps)
  savedViewRoutes(app, deps)
  catalogueRoutes(app, deps)
  kindHelpRoutes(app, deps)
  searchRoutes(app, deps)
  sheetRoutes(app, deps)
  settingsRoutes(app, deps)
  noticeRoutes(app, deps)
  fileRoutes(app, deps)
  publicRoutes(app, deps)
  privacyRoutes(app, deps)
  handedOutRoutes(app, deps)
  ballotRoutes(app, deps)
  for (const plugin of deps.plugins) plugin(app, deps)
  await pages(app, deps)
  return app
}

/** Who signs in and how, and what is known of it. */
function accountsRoutes(app: FastifyInstance, deps: HttpDeps): void {
  sessionRoutes(app, deps)
  secondRoutes(app, deps)
  passkeyEntryRoutes(app, deps)
  ownPasswordRoutes(app, deps)
  accountRoutes(app, deps)
  factorRoutes(app, deps)
  passkeyRoutes(app, deps)
  setUpRoutes(app, deps)
  officeRoutes(app, deps)
  oidcRoutes(app, deps)
  oidcSettingRoutes(app, deps)
  oversightRoutes(app, deps)
  securityLogRoutes(app, deps)
  deputyRoutes(app, deps)
}
