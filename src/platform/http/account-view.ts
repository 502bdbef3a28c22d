import type { FastifyRequest } from 'fastify'
import { ownPasskeys } from '../identity/passkey-list.ts'
import { heldPosts } from '../identity/posts.ts'
import { factorsOf, needsSecondFactor } from '../identity/second-factor.ts'
import { isSecurityWhat, securityKinds } from '../identity/security-kinds.ts'
import { ownSessions } from '../identity/session-rows.ts'
import type { HttpDeps, Session } from './deps.ts'
import { siteOf } from './origin.ts'
import { cityOf } from './who.ts'
import { cityIso, maybeIso } from './wire.ts'

/** One's own account: how it is entered, and where it is entered now. */
export async function accountView(deps: HttpDeps, request: FastifyRequest, session: Session) {
  const { city, world } = cityOf(deps)
  const now = deps.now()
  const { account } = session
  const own = { city, account: account.id }
  const factors = await factorsOf(deps.db, city, account.id)
  const passkeys = await ownPasskeys(deps.db, city, account.id)
  const { idleMs } = deps.limits(now)
  const sessions = await ownSessions(deps.db, own, { now, idleMs })
  const posts = await heldPosts(deps.db, { city, now }, { person: account.person })
  const roles = posts.map(({ role }) => role)
  return {
    login: account.login,
    mustFirst: session.mustFirst,
    secondFactorAsked: needsSecondFactor(world, roles, now),
    hasTotp: factors.totp,
    recoveryLeft: factors.recovery,
    canPasskeys: siteOf(deps, request) !== undefined,
    passkeys: passkeys.map(({ id, name, made_at, used_at }) => ({
      id,
      name,
      made: cityIso(made_at),
      used: maybeIso(used_at),
    })),
    sessions: sessions.map(({ id, device, begun, seen }) => ({
      id,
      device: device === '' ? '未知设备' : device,
      begun: cityIso(begun),
      seen: cityIso(seen),
      isThis: id === session.id,
    })),
  }
}

const mostLines = 30

/** What the security log says of one's own account, the newest first. */
export async function ownLog(deps: HttpDeps, { account }: Session) {
  const rows = await deps.db.read
    .selectFrom('security_event')
    .select(['id', 'at', 'what', 'address', 'about'])
    .where('city', '=', cityOf(deps).city)
    .where('account', '=', account.id)
    .orderBy('seq', 'desc')
    .limit(mostLines)
    .execute()
  return {
    rows: rows.map(({ id, at, what, address, about }) => ({
      id,
      at: cityIso(at),
      what: isSecurityWhat(what) ? securityKinds[what] : what,
      failed: ['signInFailed', 'factorFailed', 'locked', 'refusedAccess'].includes(what),
      device: deviceIn(about),
      address,
    })),
  }
}

function deviceIn(about: string): string | undefined {
  const read: unknown = JSON.parse(about)
  if (typeof read !== 'object' || read === null || !('device' in read)) return undefined
  return typeof read.device === 'string' ? read.device : undefined
}
