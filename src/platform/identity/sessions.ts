import type { Instant } from '../../kernel/time.ts'
import { momentOf } from '../store/value-types.ts'
import { heldPosts } from './posts.ts'
import type { Session, SessionOptions, Sessions } from './session.ts'
import { loadSession, noteSeen } from './session-row.ts'
import { closeSessions, openSession } from './session-rows.ts'
import { digestOf, newToken } from './token.ts'

type Remembered = { readonly until: Instant; readonly session: Session }

/** Sessions live in the database, so that any process answers them; each process remembers one
 *  for a few seconds. */
export function openSessions(options: SessionOptions): Sessions {
  const { db, city } = options
  const remembered = new Map<string, Remembered>()
  const forget = (account: string) => {
    for (const [token, { session }] of remembered)
      if (session.account.id === account) remembered.delete(token)
  }
  return {
    open: (account, now, about) => openSession(options, { account, now, about }),
    async find(token, now, how = {}) {
      const known = remembered.get(token)
      // A clock that was set back must not keep it for as long as it was set back.
      const left = (known?.until ?? now) - now
      if (known !== undefined && left > 0 && left <= rememberMs) return known.session
      remembered.delete(token)
      const found = await loadSession(options, token, { now, quiet: how.quiet === true })
      if (found === undefined) return undefined
      if (remembered.size > mostRemembered) remembered.clear()
      const until = Math.min(now + rememberMs, found.ends)
      remembered.set(token, { until, session: found.session })
      return found.session
    },
    async switchTo(session, post, now) {
      const posts = await heldPosts(db, { city: city(), now }, { person: session.account.person })
      if (!posts.some((one) => one.id === post)) return false
      forget(session.account.id)
      await noteSeen(options, { id: session.id, post }, now)
      return true
    },
    async renew(session, now) {
      const token = newToken()
      forget(session.account.id)
      await db.read
        .updateTable('session')
        .set({ token_hash: digestOf(token), proved: momentOf(now), seen: momentOf(now) })
        .where('city', '=', city())
        .where('id', '=', session.id)
        .execute()
      return token
    },
    async close(token) {
      remembered.delete(token)
      await db.read
        .deleteFrom('session')
        .where('city', '=', city())
        .where('token_hash', '=', digestOf(token))
        .execute()
    },
    async closeAll(account, except) {
      forget(account)
      await closeSessions(db, { city: city(), account }, { except })
    },
    async closeOne(account, id) {
      forget(account)
      return (await closeSessions(db, { city: city(), account }, { only: id })) > 0
    },
    forget,
  }
}

/** So long another process may still answer what was closed here. */
const rememberMs = 1_000
const mostRemembered = 5_000
