import type { Instant } from '../../kernel/time.ts'
import type { Database } from '../store/database.ts'
import { momentOf } from '../store/value-types.ts'
import { moment } from '../world/sql-moment.ts'
import type { Account } from './accounts.ts'
import type { SignInLimits } from './limits.ts'
import { heldPosts, type HeldPost } from './posts.ts'
import { digestOf, newToken } from './token.ts'

/** Who is signed in, and the one post in which they act. */
export type Session = {
  readonly id: string
  readonly account: Account
  readonly personName: string
  readonly post: HeldPost
  /** Another platform with a token, not a person who signed in. */
  readonly machine?: true
}

export type Sessions = {
  open(account: Account, now: Instant): Promise<string>
  find(token: string, now: Instant): Promise<Session | undefined>
  switchTo(session: Session, post: string, now: Instant): Promise<boolean>
  close(token: string): Promise<void>
  /** Ends every session of an account, in this process at once. */
  closeAll(account: string, except?: string): Promise<void>
}

type Options = {
  readonly db: Database
  readonly city: () => number
  readonly limits: (now: Instant) => SignInLimits
  readonly newId: () => string
}

/** Sessions live in the database, so that any process answers them; each process remembers one
 *  for a few seconds. */
export function openSessions(options: Options): Sessions {
  const { db, city } = options
  const remembered = new Map<string, { readonly until: Instant; readonly session: Session }>()
  const forget = (account: string) => {
    for (const [token, { session }] of remembered)
      if (session.account.id === account) remembered.delete(token)
  }
  return {
    open: (account, now) => openOne(options, account, now),
    async find(token, now) {
      const known = remembered.get(token)
      if (known !== undefined && known.until > now) return known.session
      remembered.delete(token)
      const session = await load(options, token, now)
      if (session === undefined) return undefined
      if (remembered.size > mostRemembered) remembered.clear()
      remembered.set(token, { until: now + rememberMs, session })
      return session
    },
    async switchTo(session, post, now) {
      const posts = await heldPosts(db, { city: city(), now }, { person: session.account.person })
      if (!posts.some((one) => one.id === post)) return false
      forget(session.account.id)
      await noteSeen(options, { id: session.id, post }, now)
      return true
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
      const all = db.read
        .deleteFrom('session')
        .where('city', '=', city())
        .where('account', '=', account)
      await (except === undefined ? all : all.where('id', '!=', except)).execute()
    },
  }
}

const rememberMs = 5_000
const seenEveryMs = 60_000
const mostRemembered = 5_000

async function openOne(
  { db, city, limits, newId }: Options,
  account: Account,
  now: Instant,
): Promise<string> {
  const token = newToken()
  const posts = await heldPosts(db, { city: city(), now }, { person: account.person })
  await db.read
    .insertInto('session')
    .values({
      city: city(),
      id: newId(),
      token_hash: digestOf(token),
      account: account.id,
      post: posts[0]?.id ?? null,
      expires: momentOf(now + limits(now).absoluteMs),
      seen: momentOf(now),
    })
    .execute()
  await db.read
    .deleteFrom('session')
    .where('city', '=', city())
    .where('account', '=', account.id)
    .where('expires', '<', moment(now))
    .execute()
  return token
}

async function load(options: Options, token: string, now: Instant): Promise<Session | undefined> {
  const { db, city, limits } = options
  const row = await db.read
    .selectFrom('session as s')
    .innerJoin('account as a', (join) =>
      join.onRef('a.city', '=', 's.city').onRef('a.id', '=', 's.account'),
    )
    .select(['s.id', 's.account', 's.post', 's.expires', 's.seen', 'a.person', 'a.login'])
    .where('s.city', '=', city())
    .where('s.token_hash', '=', digestOf(token))
    .executeTakeFirst()
  const { idleMs } = limits(now)
  if (row === undefined || row.expires <= now || row.seen + idleMs <= now) return undefined
  const posts = await heldPosts(db, { city: city(), now }, { person: row.person })
  const own = posts.find((one) => one.id === row.post)
  const post = own ?? posts.find(({ follows }) => follows === row.post) ?? posts[0]
  if (post === undefined) return undefined
  if (now - row.seen > seenEveryMs || row.post !== post.id)
    await noteSeen(options, { id: row.id, post: post.id }, now)
  const account = { id: row.account, person: row.person, login: row.login }
  return { id: row.id, account, personName: post.personName, post }
}

async function noteSeen(
  { db, city }: Options,
  { id, post }: { id: string; post: string },
  now: Instant,
): Promise<void> {
  await db.read
    .updateTable('session')
    .set({ seen: momentOf(now), post })
    .where('city', '=', city())
    .where('id', '=', id)
    .execute()
}
