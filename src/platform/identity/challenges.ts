import { type Instant, minuteMs } from '../../kernel/time.ts'
import type { Database } from '../store/database.ts'
import { momentOf } from '../store/value-types.ts'
import { moment } from '../world/sql-moment.ts'
import { newToken } from './token.ts'

/** What for, and for whom, an authenticator is asked to sign. */
export type Purpose = {
  readonly city: number
  readonly purpose: 'register' | 'enter' | 'second'
  /** An account; empty where nobody is known yet. */
  readonly owner: string
  readonly now: Instant
}

/** Makes what is to be signed, and remembers it for a few minutes. */
export async function newChallenge(db: Database, to: Purpose): Promise<string> {
  const { city, purpose, owner, now } = to
  const text = newToken()
  await db.read
    .deleteFrom('challenge')
    .where('city', '=', city)
    .where('expires', '<=', moment(now))
    .execute()
  await db.read
    .insertInto('challenge')
    .values({ city, text, purpose, owner, expires: momentOf(now + challengeMs) })
    .execute()
  return text
}

/** True once, for what was asked for this very purpose and account and in time. */
export async function takeChallenge(db: Database, to: Purpose, text: string): Promise<boolean> {
  const { city, purpose, owner, now } = to
  const row = await db.read
    .deleteFrom('challenge')
    .where('city', '=', city)
    .where('text', '=', text)
    .where('purpose', '=', purpose)
    .where('owner', '=', owner)
    .where('expires', '>', moment(now))
    .returning('text')
    .executeTakeFirst()
  return row !== undefined
}

const challengeMs = 5 * minuteMs
