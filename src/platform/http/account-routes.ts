import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { forgetDevices } from '../identity/known-devices.ts'
import { accountView, ownLog } from './account-view.ts'
import type { HttpDeps } from './deps.ts'
import { absent, invalid } from './errors.ts'
import { heldToken } from './session-cookie.ts'
import { note } from './signing-in.ts'
import { cityOf, signedIn } from './who.ts'

const idShape = z.object({ id: z.uuid() })

/** One's own account as it stands, and the places where it is signed in. */
export function accountRoutes(app: FastifyInstance, deps: HttpDeps): void {
  app.get(
    '/api/account',
    { config: { about: '本人账号与安全', account: 'ownPassword' } },
    async (request) => accountView(deps, request, await signedIn(deps, request)),
  )
  app.get(
    '/api/account/log',
    { config: { about: '本人账号的安全记录', account: true } },
    async (request) => ownLog(deps, await signedIn(deps, request)),
  )
  app.delete(
    '/api/account/sessions/:id',
    { config: { about: '结束本人在另一处的登录', account: true } },
    async (request) => {
      const session = await signedIn(deps, request)
      const read = idShape.safeParse(request.params)
      if (!read.success) throw absent('这处登录已经结束')
      if (read.data.id === session.id) throw invalid('这是现在用的登录，请用“退出登录”')
      const { account, post } = session
      if (!(await deps.sessions.closeOne(account.id, read.data.id)))
        throw absent('这处登录已经结束')
      await note(deps, request, { what: 'sessionsEnded', account: account.id, post: post.id })
      return { ok: true }
    },
  )
  app.post(
    '/api/account/sessions/end-others',
    { config: { about: '结束本人在其他各处的登录', account: true } },
    async (request) => {
      const session = await signedIn(deps, request)
      const { account, post } = session
      await deps.sessions.closeAll(account.id, session.id)
      const own = { city: cityOf(deps).city, account: account.id }
      await forgetDevices(deps.db, own, heldToken(deps, request, 'device'))
      await note(deps, request, { what: 'sessionsEnded', account: account.id, post: post.id })
      return { ok: true }
    },
  )
}
