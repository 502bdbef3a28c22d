import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Account, accountById, type Tried } from '../identity/accounts.ts'
import { closeHalf, findHalf } from '../identity/half-sessions.ts'
import { beginAuthentication, finishAuthentication } from '../identity/passkeys.ts'
import { useRecoveryCode } from '../identity/recovery.ts'
import { useTotp } from '../identity/totp.ts'
import { type Counted, tryOnce } from '../identity/tries.ts'
import type { HttpDeps } from './deps.ts'
import { invalid, Refused } from './errors.ts'
import { authenticationShape } from './passkey-shapes.ts'
import { byAddress } from './rate.ts'
import { passkeysAt } from './second-step.ts'
import { heldToken } from './session-cookie.ts'
import { enter, type Exchange, note, refuseTried } from './signing-in.ts'
import { cityOf } from './who.ts'

const secondBody = z.discriminatedUnion('way', [
  z.object({ way: z.literal('totp'), code: z.string().max(40) }),
  z.object({ way: z.literal('recovery'), code: z.string().max(40) }),
  z.object({ way: z.literal('passkey'), response: authenticationShape }),
])
type Second = z.infer<typeof secondBody>

/** The second step of signing in, for who has given the password and holds the token for it. */
export function secondRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const rateLimit = byAddress(300)
  app.post(
    '/api/session/second',
    { config: { about: '登录第二步', body: secondBody, open: true, rateLimit } },
    (request, reply) => finish(deps, { request, reply }),
  )
  app.post(
    '/api/session/second/passkey',
    { config: { about: '登录第二步：请求通行密钥', open: true, rateLimit } },
    async (request) => {
      const { account } = await halfOf(deps, request)
      return beginAuthentication(passkeysAt(deps, request), account)
    },
  )
}

async function finish(deps: HttpDeps, exchange: Exchange) {
  const { request } = exchange
  const half = await halfOf(deps, request)
  const read = secondBody.safeParse(request.body)
  if (!read.success) throw invalid('请输入动态码', { code: '请输入动态码' })
  const account = await accountById(deps.db, cityOf(deps).city, half.account)
  if (account === undefined) throw halfGone()
  const counted = countedFor(deps, account.id)
  const tried = await trySecond(deps, request, { account, counted, second: read.data })
  if (!tried.ok) {
    const refusal = { tried, what: 'factorFailed', wrong: wrong(read.data) } as const
    throw await refuseTried(deps, request, refusal)
  }
  // Of two that finish at once one gets in: each half is finished once.
  if (!(await closeHalf(deps.db, counted.city, half.token))) throw halfGone()
  const { way } = read.data
  if (way === 'recovery') await note(deps, request, { what: 'recoveryUsed', account: account.id })
  return enter(deps, exchange, { account, stay: half.stay, by: way })
}

type Trying = { readonly account: Account; readonly counted: Counted; readonly second: Second }

async function trySecond(
  deps: HttpDeps,
  request: FastifyRequest,
  { account, counted, second }: Trying,
): Promise<Tried> {
  const right = { account: account.id, second }
  const tried = await tryOnce(deps.db, counted, () => isRightSecond(deps, request, right))
  return tried.ok ? { ok: true, account } : { ...tried, account: account.id }
}

async function isRightSecond(
  deps: HttpDeps,
  request: FastifyRequest,
  { account, second }: { account: string; second: Second },
): Promise<boolean> {
  const { db, keys } = deps
  const { city } = cityOf(deps)
  const now = deps.now()
  if (second.way === 'totp') return useTotp({ db, keys, city, account, now }, second.code)
  if (second.way === 'recovery')
    return useRecoveryCode({ db, keys, city, account }, { typed: second.code, now })
  const signed = await finishAuthentication(passkeysAt(deps, request), second.response, account)
  return signed === account
}

async function halfOf(deps: HttpDeps, request: FastifyRequest) {
  const { city } = cityOf(deps)
  const token = heldToken(deps, request, 'half')
  const half = token && (await findHalf(deps.db, { city, now: deps.now() }, token))
  if (token === undefined || half === undefined || half === '') throw halfGone()
  return { ...half, token }
}

function countedFor(deps: HttpDeps, account: string): Counted {
  const now = deps.now()
  const { tries, lockMs } = deps.limits(now)
  const key = deps.keys.digest(`second ${account}`)
  return { city: cityOf(deps).city, now, key, tries, lockMs }
}

const halfGone = () =>
  new Refused(401, { code: 'halfGone', says: '间隔太久，请重新输入账号和密码' })

const wrongSays = {
  totp: '动态码不对或已经用过，请看验证器上的最新一组',
  recovery: '恢复码不对，或已经用过',
  passkey: '通行密钥没有通过验证',
} as const

function wrong({ way }: Second): Refused {
  const says = wrongSays[way]
  return new Refused(401, { code: 'wrongSecond', says, fields: { code: says } })
}
