import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { isGuarded } from '../../identity/guarded.ts'
import { needsConfirming } from '../../identity/grants.ts'
import { officeOf } from '../../identity/offices.ts'
import { problemWithIssuer, writeOidcConfig } from '../../identity/oidc/config.ts'
import { identitiesOf, newBindingCode, unbind } from '../../identity/oidc/identities.ts'
import { tryProvider } from '../../identity/oidc/provider.ts'
import type { HttpDeps, Session } from '../deps.ts'
import { absent, invalid, notAllowed, Refused } from '../errors.ts'
import { mustProve } from '../own-password.ts'
import { note } from '../signing-in.ts'
import { cityOf, signedIn } from '../who.ts'
import { maybeIso } from '../wire.ts'
import { callbackOf, configOf } from './routes.ts'

const settingBody = z.object({
  issuer: z.string().trim().max(300),
  clientId: z.string().trim().max(200),
  /** Left out or empty: it stays as it is. */
  clientSecret: z.string().max(500).optional(),
  label: z.string().trim().max(20),
  trusted: z.array(z.string().trim().min(1).max(100)).max(10),
  on: z.boolean(),
})
const loginBody = z.object({ login: z.string().trim().min(1).max(100) })

/** What is set up of the city's identity provider, and how the system administrator binds accounts
 *  to it. Whoever names the provider does not also say who comes from it. */
export function oidcSettingRoutes(app: FastifyInstance, deps: HttpDeps): void {
  app.get('/api/oidc/settings', { config: { about: '统一身份认证：设置' } }, async (request) => {
    return settingView(deps, request, await watcher(deps, request))
  })
  app.post(
    '/api/oidc/settings',
    { config: { about: '统一身份认证：修改设置', body: settingBody } },
    async (request) => {
      const watching = await keeper(deps, request)
      const { session } = watching
      const config = await configIn(deps, request)
      const { city } = cityOf(deps)
      const at = { now: deps.now(), post: session.post.id, newId: deps.newId }
      await writeOidcConfig({ db: deps.db, keys: deps.keys, city }, config, at)
      const by = { account: session.account.id, post: session.post.id }
      await note(deps, request, { what: 'settingChanged', ...by, about: { section: 'oidc' } })
      return settingView(deps, request, watching)
    },
  )
  app.post(
    '/api/oidc/test',
    { config: { about: '统一身份认证：试连认证方', body: settingBody } },
    async (request) => {
      await keeper(deps, request)
      const config = await configIn(deps, request)
      if (config === undefined) throw invalid('请先启用')
      const found = await tryProvider(config).catch(() => undefined)
      if (found === undefined)
        throw new Refused(409, {
          code: 'providerAway',
          says: '连接不上，或这个网址不是 OpenID 认证方',
          instead: '请核对认证方网址，并确认服务器能访问它',
        })
      return { issuer: found.issuer, callback: callbackOf(deps, request) }
    },
  )
  bindingRoutes(app, deps)
}

function bindingRoutes(app: FastifyInstance, deps: HttpDeps): void {
  app.post(
    '/api/oidc/codes',
    { config: { about: '统一身份认证：给账号一个绑定码', body: loginBody } },
    async (request) => {
      const session = await administrator(deps, request)
      const { id, person, isOwn } = await accountIn(deps, request)
      // Whoever gives such a code could use it: nobody gets by it where he does not reach himself.
      if (isOwn) throw notAllowed('安全管理员、安全审计员和任重要岗位的人登录后自己绑定')
      const at = { city: cityOf(deps).city, now: deps.now() }
      const code = await newBindingCode(deps.db, at, id)
      const by = { account: session.account.id, post: session.post.id }
      await note(deps, request, {
        what: 'accountChanged',
        ...by,
        about: { person, of: id, way: '绑定码' },
      })
      return { code }
    },
  )
  app.post(
    '/api/oidc/unbind',
    { config: { about: '统一身份认证：解除一个账号的绑定', body: loginBody } },
    async (request) => {
      const session = await administrator(deps, request)
      const { id } = await accountIn(deps, request)
      const gone = await unbind(deps.db, cityOf(deps).city, id)
      const by = { account: session.account.id, post: session.post.id }
      if (gone > 0) await note(deps, request, { what: 'identityUnbound', ...by, about: { of: id } })
      return { gone }
    },
  )
  app.get(
    '/api/oidc/me',
    { config: { about: '统一身份认证：自己的绑定', account: true } },
    async (request) => ownView(deps, (await signedIn(deps, request)).account.id),
  )
  app.delete(
    '/api/oidc/me',
    { config: { about: '统一身份认证：解除自己的绑定', account: true } },
    async (request) => {
      const session = await signedIn(deps, request)
      mustProve(deps, session)
      const { account, post } = session
      const gone = await unbind(deps.db, cityOf(deps).city, account.id)
      const by = { account: account.id, post: post.id }
      if (gone > 0)
        await note(deps, request, { what: 'identityUnbound', ...by, about: { of: account.id } })
      return ownView(deps, account.id)
    },
  )
}

async function ownView(deps: HttpDeps, account: string) {
  const bound = await identitiesOf(deps.db, cityOf(deps).city, account)
  return {
    label: (await configOf(deps))?.label,
    bound: bound.map((one) => ({
      issuer: one.issuer,
      at: maybeIso(one.at),
      used: maybeIso(one.used_at),
    })),
  }
}

async function administrator(deps: HttpDeps, request: FastifyRequest) {
  const { session, mayBind } = await watcher(deps, request)
  if (!mayBind) throw notAllowed('账号的绑定由市级系统管理员办理')
  return session
}

async function keeper(deps: HttpDeps, request: FastifyRequest) {
  const watching = await watcher(deps, request)
  if (!watching.mayChange) throw notAllowed('这项由安全管理员修改')
  return watching
}

type Watcher = {
  readonly session: Session
  readonly mayChange: boolean
  readonly mayBind: boolean
}

/** Who looks after it: as of the rules of signing in, the security administrator where there is one
 *  says which provider is believed, and how far. */
async function watcher(deps: HttpDeps, request: FastifyRequest): Promise<Watcher> {
  const session = await signedIn(deps, request)
  const { city, world } = cityOf(deps)
  const { areas, units } = world.directory
  const isCity = areas.get(units.get(session.post.unit)?.area ?? 0)?.level === 'city'
  const { role } = session.post
  const mayBind = isCity && role === 'admin'
  if (!mayBind && role !== 'security')
    throw notAllowed('统一身份认证由市级系统管理员和安全管理员设置')
  const isKept = mayBind && (await needsConfirming(deps.db, { city, now: deps.now() }))
  return { session, mayBind, mayChange: !isKept }
}

async function settingView(
  deps: HttpDeps,
  request: FastifyRequest,
  { mayChange, mayBind }: Watcher,
) {
  const config = await configOf(deps)
  const own = { callback: callbackOf(deps, request), mayChange, mayBind }
  if (config === undefined) return { on: false, ...own }
  const { issuer, clientId, label, trusted } = config
  return { on: true, issuer, clientId, label, trusted, ...own }
}

async function configIn(deps: HttpDeps, { body }: FastifyRequest) {
  const read = settingBody.safeParse(body)
  if (!read.success) throw invalid('请检查填写的内容')
  const { on, issuer, clientId, label, trusted } = read.data
  if (!on) return undefined
  const before = await configOf(deps)
  const given = read.data.clientSecret ?? ''
  // A secret goes only to the provider it was given for.
  const kept = before?.issuer === issuer && before.clientId === clientId ? before.clientSecret : ''
  const clientSecret = given === '' ? kept : given
  const fields = {
    ...said('issuer', problemWithIssuer(issuer)),
    ...said('clientId', clientId === '' ? '请填写客户端编号' : undefined),
    ...said('clientSecret', clientSecret === '' ? '请填写客户端密钥' : undefined),
    ...said('label', label === '' ? '请填写按钮上的名称' : undefined),
  }
  if (Object.keys(fields).length > 0) throw invalid('请检查标出的内容', fields)
  return { issuer, clientId, clientSecret, label, trusted }
}

function said(name: string, says: string | undefined): Readonly<Record<string, string>> {
  return says === undefined ? {} : { [name]: says }
}

async function accountIn(deps: HttpDeps, { body }: FastifyRequest) {
  const read = loginBody.safeParse(body)
  if (!read.success) throw invalid('请填写登录名', { login: '请填写登录名' })
  const { city } = cityOf(deps)
  const row = await deps.db.read
    .selectFrom('account')
    .select(['id', 'person'])
    .where('city', '=', city)
    .where('login', '=', read.data.login)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (row === undefined) throw absent('没有这个登录名')
  const of = { city, now: deps.now(), person: row.person }
  const office = await officeOf(deps.db, of)
  const isWatcher = office === 'security' || office === 'auditor'
  return { id: row.id, person: row.person, isOwn: isWatcher || (await isGuarded(deps.db, of)) }
}
