import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { makeRecoveryCodes } from '../identity/recovery.ts'
import { hasSecondFactor } from '../identity/second-factor.ts'
import { beginTotp, confirmTotp, removeTotp, type TotpAt } from '../identity/totp.ts'
import type { HttpDeps, Session } from './deps.ts'
import { absent, invalid, Refused } from './errors.ts'
import { added, mayRemove, ownFactors, removed } from './own-factors.ts'
import { mustProve } from './own-password.ts'
import { note } from './signing-in.ts'
import { cityOf, signedIn } from './who.ts'

const codeBody = z.object({ code: z.string().max(40) })

/** One's own authenticator app and recovery codes. */
export function factorRoutes(app: FastifyInstance, deps: HttpDeps): void {
  app.post(
    '/api/account/totp/begin',
    { config: { about: '添加验证器：取得密钥', account: true } },
    async (request) => {
      const session = await signedIn(deps, request)
      mustProve(deps, session)
      const { login } = session.account
      return beginTotp(totpAt(deps, session), { issuer: `同心 ${cityOf(deps).name}`, login })
    },
  )
  app.post(
    '/api/account/totp',
    { config: { about: '添加验证器：用动态码确认', body: codeBody, account: true } },
    async (request, reply) => {
      const session = await signedIn(deps, request)
      mustProve(deps, session)
      const says = '动态码不对，请看验证器上这个账号的最新一组；手机时间要准'
      const read = codeBody.safeParse(request.body)
      if (!read.success || !(await confirmTotp(totpAt(deps, session), read.data.code)))
        throw invalid(says, { code: says })
      return added(deps, { request, reply }, { session, factor: 'totp' })
    },
  )
  app.delete(
    '/api/account/totp',
    { config: { about: '移除验证器', account: true } },
    async (request) => {
      const session = await signedIn(deps, request)
      mustProve(deps, session)
      const { passkeys } = await ownFactors(deps, session)
      await mayRemove(deps, session, { left: passkeys })
      if (!(await removeTotp(totpAt(deps, session)))) throw absent('没有添加验证器')
      await removed(deps, request, { session, factor: 'totp' })
      return { ok: true }
    },
  )
  app.post(
    '/api/account/recovery',
    { config: { about: '重新生成恢复码', account: true } },
    async (request) => {
      const session = await signedIn(deps, request)
      mustProve(deps, session)
      if (!hasSecondFactor(await ownFactors(deps, session)))
        throw new Refused(409, { code: 'noFactor', says: '先添加验证器或通行密钥，再生成恢复码' })
      const { account, post } = session
      const { city } = cityOf(deps)
      const { db, keys } = deps
      const codes = await makeRecoveryCodes({ db, keys, city, account: account.id })
      await note(deps, request, { what: 'recoveryMade', account: account.id, post: post.id })
      return { codes }
    },
  )
}

function totpAt(deps: HttpDeps, { account }: Session): TotpAt {
  const { db, keys } = deps
  return { db, keys, city: cityOf(deps).city, account: account.id, now: deps.now() }
}
