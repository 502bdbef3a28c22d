import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { accountById } from '../../identity/accounts.ts'
import { findHalf } from '../../identity/half-sessions.ts'
import { findFlow, takeFlow } from '../../identity/oidc/flows.ts'
import { bind, type Identity, useBindingCode } from '../../identity/oidc/identities.ts'
import { factorsOf } from '../../identity/second-factor.ts'
import type { HttpDeps } from '../deps.ts'
import { invalid, Refused, signedOut } from '../errors.ts'
import { byAddress } from '../rate.ts'
import { secondStep } from '../second-step.ts'
import { heldToken } from '../session-cookie.ts'
import { type Exchange, note } from '../signing-in.ts'
import { cityOf } from '../who.ts'
import { cookieOf, signInAs } from './entering.ts'

const codeBody = z.object({ code: z.string().max(60) })

/** For whom the provider was not enough: an account still to be named, a second factor to give. */
export function oidcClaimRoutes(app: FastifyInstance, deps: HttpDeps): void {
  const rateLimit = byAddress(300)
  app.post(
    '/api/oidc/claim',
    {
      config: {
        about: '统一身份认证：凭绑定码认领账号',
        open: true,
        rateLimit: byAddress(10),
        body: codeBody,
      },
    },
    (request, reply) => claim(deps, { request, reply }),
  )
  app.get(
    '/api/oidc/second',
    { config: { about: '统一身份认证：还要的第二因素', open: true, rateLimit } },
    async (request) => {
      const half = heldToken(deps, request, 'half')
      const { city } = cityOf(deps)
      const found = half && (await findHalf(deps.db, { city, now: deps.now() }, half))
      if (found === undefined || found === '') throw signedOut()
      return secondStep(deps, request, await factorsOf(deps.db, city, found.account))
    },
  )
}

/** Who came from the provider unknown says by a code which account is theirs, and is in. */
async function claim(deps: HttpDeps, exchange: Exchange) {
  const { request } = exchange
  const read = codeBody.safeParse(request.body)
  if (!read.success) throw invalid('请填写绑定码', { code: '请填写绑定码' })
  const at = { city: cityOf(deps).city, now: deps.now() }
  const token = request.cookies[cookieOf(deps, request)]
  const flow = token === undefined ? undefined : await findFlow(deps.db, at, token)
  const identity = identityIn(flow?.subject)
  if (token === undefined || flow === undefined || identity === undefined)
    throw new Refused(409, {
      code: 'flowGone',
      says: '等得太久了，请重新从统一身份认证登录',
    })
  const id = await useBindingCode(deps.db, at, read.data.code)
  const account = id === undefined ? undefined : await accountById(deps.db, at.city, id)
  if (account === undefined) {
    await note(deps, request, { what: 'identityRefused' })
    throw invalid('绑定码不对，或已经用过、过期', { code: '绑定码不对，或已经用过、过期' })
  }
  if ((await takeFlow(deps.db, at, token)) === undefined) throw signedOut()
  if (!(await bind(deps.db, at, { identity, account: account.id, own: false })))
    throw new Refused(409, { code: 'identityTaken', says: '这个统一身份已经绑定了别的账号' })
  await note(deps, request, {
    what: 'identityBound',
    account: account.id,
    about: { of: account.id },
  })
  // Whoever gave the code could have used it: it never stands for what its holder has in hand.
  return { oidc: await signInAs(deps, exchange, { account, strong: false, by: 'oidc' }) }
}

const identityShape = z.object({ issuer: z.string(), subject: z.string() })

function identityIn(text: string | undefined): Identity | undefined {
  if (text === undefined) return undefined
  const read = identityShape.safeParse(JSON.parse(text))
  return read.success ? read.data : undefined
}
