import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { accountById, addressLockedUntil, countAddress } from '../identity/accounts.ts'
import { beginAuthentication, finishAuthentication } from '../identity/passkeys.ts'
import type { HttpDeps } from './deps.ts'
import { invalid, Refused } from './errors.ts'
import { authenticationShape } from './passkey-shapes.ts'
import { byAddress } from './rate.ts'
import { passkeysAt } from './second-step.ts'
import { enter, type Exchange, refuseTried } from './signing-in.ts'
import { cityOf } from './who.ts'

const passkeyBody = z.object({ response: authenticationShape, stay: z.boolean().optional() })

/** Signing in with a passkey alone: it is held, and its holder's finger, face or code was asked. */
export function passkeyEntryRoutes(app: FastifyInstance, deps: HttpDeps): void {
  app.post(
    '/api/session/passkey/begin',
    { config: { about: '用通行密钥登录：开始', open: true, rateLimit: byAddress(120) } },
    async (request) => beginAuthentication(passkeysAt(deps, request)),
  )
  app.post(
    '/api/session/passkey',
    {
      config: {
        about: '用通行密钥登录',
        body: passkeyBody,
        open: true,
        rateLimit: byAddress(120),
      },
    },
    (request, reply) => enterByPasskey(deps, { request, reply }),
  )
}

async function enterByPasskey(deps: HttpDeps, exchange: Exchange) {
  const { request } = exchange
  const read = passkeyBody.safeParse(request.body)
  if (!read.success) throw invalid('浏览器没有给出通行密钥')
  const now = deps.now()
  const { city } = cityOf(deps)
  const at = { city, now, limits: deps.limits(now), keys: deps.keys }
  const away = await addressLockedUntil(deps.db, at, request.ip)
  const wrong = new Refused(401, {
    code: 'wrongPasskey',
    says: '通行密钥没有通过验证',
    instead: '可以用账号和密码登录',
  })
  if (away !== undefined) {
    const tried = { ok: false, why: 'addressLocked', until: away, isNew: false } as const
    throw await refuseTried(deps, request, { tried, what: 'signInFailed', wrong })
  }
  const signed = await finishAuthentication(passkeysAt(deps, request), read.data.response)
  const account = signed === undefined ? undefined : await accountById(deps.db, city, signed)
  if (account === undefined) {
    await countAddress(deps.db, at, request.ip)
    const tried = { ok: false, why: 'wrong' } as const
    throw await refuseTried(deps, request, { tried, what: 'signInFailed', wrong })
  }
  return enter(deps, exchange, { account, stay: read.data.stay ?? false, by: 'passkey' })
}
