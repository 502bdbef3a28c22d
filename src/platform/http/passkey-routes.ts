import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { removePasskey, renamePasskey } from '../identity/passkey-list.ts'
import { beginRegistration, finishRegistration } from '../identity/passkeys.ts'
import type { HttpDeps } from './deps.ts'
import { absent, invalid } from './errors.ts'
import { added, mayRemove, ownFactors, removed } from './own-factors.ts'
import { mustProve } from './own-password.ts'
import { registrationShape } from './passkey-shapes.ts'
import { passkeysAt } from './second-step.ts'
import { cityOf, signedIn } from './who.ts'

const name = z.string().trim().min(1).max(40)
const nameBody = z.object({ name })
const passkeyBody = z.object({ name, response: registrationShape })
const idShape = z.object({ id: z.string().min(1).max(200) })

/** One's own passkeys: several, each with a name. */
export function passkeyRoutes(app: FastifyInstance, deps: HttpDeps): void {
  app.post(
    '/api/account/passkeys/begin',
    { config: { about: '添加通行密钥：开始', account: true } },
    async (request) => {
      const session = await signedIn(deps, request)
      mustProve(deps, session)
      return beginRegistration(passkeysAt(deps, request), session.account, session.personName)
    },
  )
  app.post(
    '/api/account/passkeys',
    { config: { about: '添加通行密钥', body: passkeyBody, account: true } },
    async (request, reply) => {
      const session = await signedIn(deps, request)
      mustProve(deps, session)
      const read = passkeyBody.safeParse(request.body)
      if (!read.success) throw invalid('请给通行密钥起个名字', { name: '请给通行密钥起个名字' })
      if (!(await finishRegistration(passkeysAt(deps, request), session.account, read.data)))
        throw invalid('没有添加成功：通行密钥要由本人验证，并且没有在这里添加过')
      return added(deps, { request, reply }, { session, factor: 'passkey' })
    },
  )
  app.post(
    '/api/account/passkeys/:id',
    { config: { about: '给通行密钥改名', body: nameBody, account: true } },
    async (request) => {
      const { account } = await signedIn(deps, request)
      const read = nameBody.safeParse(request.body)
      if (!read.success) throw invalid('名字要 1 到 40 个字', { name: '名字要 1 到 40 个字' })
      const own = { city: cityOf(deps).city, account: account.id, id: idIn(request.params) }
      if (!(await renamePasskey(deps.db, own, read.data.name))) throw noPasskey()
      return { ok: true }
    },
  )
  app.delete(
    '/api/account/passkeys/:id',
    { config: { about: '移除通行密钥', account: true } },
    async (request) => {
      const session = await signedIn(deps, request)
      mustProve(deps, session)
      const { totp, passkeys } = await ownFactors(deps, session)
      await mayRemove(deps, session, { left: passkeys - 1 + (totp ? 1 : 0) })
      const { city } = cityOf(deps)
      const own = { city, account: session.account.id, id: idIn(request.params) }
      if (!(await removePasskey(deps.db, own))) throw noPasskey()
      await removed(deps, request, { session, factor: 'passkey' })
      return { ok: true }
    },
  )
}

function idIn(params: unknown): string {
  const read = idShape.safeParse(params)
  if (!read.success) throw noPasskey()
  return read.data.id
}

const noPasskey = () => absent('没有这个通行密钥')
