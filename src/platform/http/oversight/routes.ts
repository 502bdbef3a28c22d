import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { decideGrant, type Doer } from '../../identity/grants.ts'
import { isSensitive } from '../../identity/offices.ts'
import { hashPassword } from '../../identity/passwords.ts'
import { resetFactors } from '../../identity/second-factor.ts'
import { noteSecurity, type SecurityNote } from '../../identity/security-log.ts'
import { queryCodeOf } from '../../numbers/query-code.ts'
import { momentOf } from '../../store/value-types.ts'
import { touchWorld } from '../../world/settings.ts'
import { moment } from '../../world/sql-moment.ts'
import type { HttpDeps } from '../deps.ts'
import { absent, invalid, notAllowed, Refused } from '../errors.ts'
import { unlockAccount } from '../unlock.ts'
import { cityOf, signedIn } from '../who.ts'
import { uuidShape } from '../wire.ts'
import { accountNamed, accountsFound, sensitivePosts, waitingGrants } from './lists.ts'

const decideBody = z.object({ agree: z.boolean() })
const accountBody = z.object({ does: z.enum(['unlock', 'resetFactor', 'resetPassword']) })

/** What the security administrator does: confirms, ends, unlocks, resets. He enters nothing. */
export function oversightRoutes(app: FastifyInstance, deps: HttpDeps): void {
  app.get('/api/oversight', { config: { about: '安全管理：待确认的岗位' } }, async (request) => {
    const { at } = await keeper(deps, request)
    return { grants: await waitingGrants(deps, at), posts: await sensitivePosts(deps, at) }
  })
  app.post(
    '/api/oversight/grants/:id',
    { config: { about: '安全管理：确认或不同意授予岗位', body: decideBody } },
    async (request) => {
      const { at, by } = await keeper(deps, request)
      const read = decideBody.safeParse(request.body)
      if (!read.success) throw invalid('请选择同意或不同意')
      const decided = await decideGrant(
        deps.db,
        { ...at, by },
        { id: idIn(request), agreed: read.data.agree },
      )
      if (!decided.ok)
        throw new Refused(409, { code: 'grantRefused', says: decided.says, basis: '三员分立' })
      await touchWorld(deps.db, at.city, at.now)
      await deps.reloadWorld()
      return { grants: await waitingGrants(deps, at), posts: await sensitivePosts(deps, at) }
    },
  )
  app.post(
    '/api/oversight/posts/:id/end',
    { config: { about: '安全管理：结束重要岗位' } },
    async (request) => {
      const { at, by } = await keeper(deps, request)
      await endPost(deps, { ...at, by }, idIn(request))
      return { grants: await waitingGrants(deps, at), posts: await sensitivePosts(deps, at) }
    },
  )
  app.get(
    '/api/oversight/accounts',
    { config: { about: '安全管理：查找账号', query: ['q'] } },
    async (request) => {
      const { at } = await keeper(deps, request)
      const { q } = request.query as { q?: string }
      return { rows: await accountsFound(deps, at, (q ?? '').trim()) }
    },
  )
  app.post(
    '/api/oversight/accounts/:id',
    { config: { about: '安全管理：解锁、重置第二因素或密码', body: accountBody } },
    async (request) => {
      const { at, by } = await keeper(deps, request)
      const read = accountBody.safeParse(request.body)
      if (!read.success) throw invalid('请选择要做的事')
      return changeAccount(deps, { ...at, by }, { id: idIn(request), does: read.data.does })
    },
  )
}

type At = { readonly city: number; readonly now: number; readonly by: Doer }

async function keeper(deps: HttpDeps, request: FastifyRequest) {
  const { post, account } = await signedIn(deps, request)
  if (post.role !== 'security') throw notAllowed('这里由安全管理员办理')
  const by: Doer = { account: account.id, post, address: request.ip }
  return { at: { city: cityOf(deps).city, now: deps.now() }, by }
}

function idIn({ params }: FastifyRequest): string {
  const { id } = params as { id: string }
  if (!uuidShape.test(id)) throw absent()
  return id
}

async function endPost(deps: HttpDeps, { city, now, by }: At, id: string): Promise<void> {
  const row = await deps.db.read
    .selectFrom('post')
    .select(['role', 'person', 'unit', 'deputises'])
    .where('city', '=', city)
    .where('id', '=', id)
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', moment(now))]))
    .executeTakeFirst()
  if (row === undefined) throw absent('没有这个岗位，或已经结束')
  const { deputises, ...about } = row
  if (!isSensitive(row.role) && deputises === null) throw notAllowed('一般岗位由系统管理员结束')
  if (row.person === by.post.person)
    throw notAllowed('不能结束自己的岗位：请由系统管理员提出，另一位安全管理员确认')
  await deps.db.read
    .updateTable('post')
    .set({ valid_to: momentOf(now) })
    .where('city', '=', city)
    .where('id', '=', id)
    .execute()
  await noted(
    deps,
    { city, now, by },
    { what: deputises === null ? 'postEnded' : 'deputyEnded', about: { of: id, ...about } },
  )
  await touchWorld(deps.db, city, now)
  await deps.reloadWorld()
}

type Wish = { readonly id: string; readonly does: z.infer<typeof accountBody>['does'] }

async function changeAccount(deps: HttpDeps, at: At, { id, does }: Wish) {
  const account = await accountNamed(deps, at, id)
  if (account === undefined) throw absent('没有这个账号')
  const { city } = at
  if (does === 'unlock') {
    await unlockAccount(deps, { city, login: account.login, account: id })
    await noted(deps, at, { what: 'accountUnlocked', about: { person: account.person, of: id } })
    return { ok: true }
  }
  if (account.person === at.by.post.person)
    throw notAllowed('自己的账号请在“账号与安全”里管理，丢失时请另一位安全管理员重置')
  await deps.sessions.closeAll(id)
  if (does === 'resetFactor') {
    await resetFactors(deps.db, { city, account: id })
    await noted(deps, at, { what: 'factorReset', about: { person: account.person, of: id } })
    return { ok: true }
  }
  if (!account.mayReset) throw notAllowed('一般岗位和系统管理员的密码由系统管理员重置')
  const password = `${queryCodeOf(randomBytes(16))}-${queryCodeOf(randomBytes(16))}`
  await deps.db.read
    .updateTable('account')
    .set({ password_hash: await hashPassword(password), must_change: true })
    .where('city', '=', city)
    .where('id', '=', id)
    .execute()
  await noted(deps, at, { what: 'passwordReset', about: { person: account.person, of: id } })
  return { ok: true, password }
}

type Note = Pick<SecurityNote, 'what' | 'about'>

function noted(deps: HttpDeps, { city, now, by }: At, note: Note): Promise<void> {
  const { account, post, address } = by
  return noteSecurity(deps.db, { city, at: now, account, post: post.id, address, ...note })
}
