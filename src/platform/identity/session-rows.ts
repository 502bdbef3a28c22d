import type { Instant } from '../../kernel/time.ts'
import type { Database } from '../store/database.ts'
import { momentOf } from '../store/value-types.ts'
import { moment } from '../world/sql-moment.ts'
import type { Account } from './accounts.ts'
import { heldPosts } from './posts.ts'
import type { Opened, SessionOptions } from './session.ts'
import { digestOf, newToken } from './token.ts'

export async function openSession(
  { db, city, limits, newId }: SessionOptions,
  { account, now, about }: { account: Account; now: Instant; about?: Opened | undefined },
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
      device: about?.device ?? '',
      stay: about?.stay ?? false,
      begun: momentOf(now),
      proved: momentOf(now),
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

type Own = { readonly city: number; readonly account: string }

/** How many were ended: all of an account, all but one, or only one. */
export async function closeSessions(
  db: Database,
  { city, account }: Own,
  which: { readonly except?: string | undefined; readonly only?: string },
): Promise<number> {
  let all = db.read.deleteFrom('session').where('city', '=', city).where('account', '=', account)
  if (which.except !== undefined) all = all.where('id', '!=', which.except)
  if (which.only !== undefined) all = all.where('id', '=', which.only)
  return (await all.returning('id').execute()).length
}

export type OwnSession = {
  readonly id: string
  readonly device: string
  readonly begun: Instant
  readonly seen: Instant
}

/** Where an account is signed in now, the last used first. */
export async function ownSessions(
  db: Database,
  { city, account }: Own,
  { now, idleMs }: { readonly now: Instant; readonly idleMs: number },
): Promise<readonly OwnSession[]> {
  return db.read
    .selectFrom('session')
    .select(['id', 'device', 'begun', 'seen'])
    .where('city', '=', city)
    .where('account', '=', account)
    .where('expires', '>', moment(now))
    .where('seen', '>', moment(now - idleMs))
    .orderBy('seen', 'desc')
    .orderBy('id')
    .execute()
}
