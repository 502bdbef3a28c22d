import { type Instant, minuteMs } from '../../kernel/time.ts'
import type { Database } from '../store/database.ts'
import { momentOf } from '../store/value-types.ts'
import { moment } from '../world/sql-moment.ts'
import { digestOf, newToken } from './token.ts'

export type HalfSession = { readonly account: string; readonly stay: boolean }

type At = { readonly city: number; readonly now: Instant }

/** Who has given the password and not yet the second factor. The token opens nothing else. */
export async function openHalf(db: Database, at: At, half: HalfSession): Promise<string> {
  const { city, now } = at
  const token = newToken()
  await db.read
    .deleteFrom('half_session')
    .where('city', '=', city)
    .where('expires', '<=', moment(now))
    .execute()
  await db.read
    .insertInto('half_session')
    .values({ city, token_hash: digestOf(token), ...half, expires: momentOf(now + halfMs) })
    .execute()
  return token
}

export async function findHalf(
  db: Database,
  { city, now }: At,
  token: string,
): Promise<HalfSession | undefined> {
  return db.read
    .selectFrom('half_session')
    .select(['account', 'stay'])
    .where('city', '=', city)
    .where('token_hash', '=', digestOf(token))
    .where('expires', '>', moment(now))
    .executeTakeFirst()
}

/** True for one of those that finish at once. */
export async function closeHalf(db: Database, city: number, token: string): Promise<boolean> {
  const row = await db.read
    .deleteFrom('half_session')
    .where('city', '=', city)
    .where('token_hash', '=', digestOf(token))
    .returning('account')
    .executeTakeFirst()
  return row !== undefined
}

/** After a new password or factor, what was half done before is void. */
export async function closeHalves(db: Database, city: number, account: string): Promise<void> {
  await db.read
    .deleteFrom('half_session')
    .where('city', '=', city)
    .where('account', '=', account)
    .execute()
}

export const halfMs = 5 * minuteMs
