import { sql } from 'kysely'
import { dayMs, type Instant, minuteMs } from '../../kernel/time.ts'
import type { Database } from '../store/database.ts'
import { momentOf } from '../store/value-types.ts'
import { moment } from '../world/sql-moment.ts'
import { inTurn } from './in-turn.ts'

/** What wrong tries are counted under, and how many of them lock it for how long. */
export type Counted = {
  readonly city: number
  readonly key: string
  readonly now: Instant
  readonly tries: number
  readonly lockMs: number
}

/** `isNew` is the very try that locked. */
export type Outcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: 'wrong' }
  | {
      readonly ok: false
      readonly why: 'locked'
      readonly until: Instant
      readonly isNew: boolean
    }

/** Tries once, unless it is locked. A wrong try is counted and the last that is allowed locks; a
 *  right one clears the count. Tries of one key take turns, so that many sent at once are no more
 *  tries than one after another, and many who are right at once lock nothing. */
export function tryOnce(
  db: Database,
  counted: Counted,
  isRight: () => Promise<boolean>,
): Promise<Outcome> {
  return inTurn(`${counted.city} ${counted.key}`, async () => {
    const until = await lockedUntil(db, counted)
    if (until !== undefined) return { ok: false, why: 'locked', until, isNew: false }
    if (!(await isRight())) return countWrong(db, counted)
    await forgetTries(db, counted)
    return { ok: true }
  })
}

/** Counts a wrong try, also where no right one would clear it. */
export async function countWrong(db: Database, counted: Counted): Promise<Outcome> {
  const { city, key, now } = counted
  await dropOld(db, counted)
  const { failed } = await db.read
    .insertInto('tries')
    .values({ city, key, failed: 1, rounds: 0, last: momentOf(now) })
    .onConflict((conflict) =>
      conflict.columns(['city', 'key']).doUpdateSet((eb) => ({
        failed: eb
          .case()
          .when(sql<boolean>`tries.last < ${moment(now - forgottenMs)}`)
          .then(1)
          .else(eb('tries.failed', '+', 1))
          .end(),
        last: momentOf(now),
      })),
    )
    .returning('failed')
    .executeTakeFirstOrThrow()
  return failed < counted.tries ? { ok: false, why: 'wrong' } : lock(db, counted)
}

/** Whether it is locked, without taking a try. */
export async function lockedUntil(
  db: Database,
  { city, key, now }: Pick<Counted, 'city' | 'key' | 'now'>,
): Promise<Instant | undefined> {
  const row = await db.read
    .selectFrom('tries')
    .select('locked_until')
    .where('city', '=', city)
    .where('key', '=', key)
    .where('locked_until', '>', moment(now))
    .where('last', '<=', moment(now + aheadMs))
    .executeTakeFirst()
  return row?.locked_until ?? undefined
}

export async function forgetTries(
  db: Database,
  { city, key }: Pick<Counted, 'city' | 'key'>,
): Promise<void> {
  await db.read.deleteFrom('tries').where('city', '=', city).where('key', '=', key).execute()
}

/** Each lock in a row is twice as long as the one before, up to sixteen times: guessing slows to
 *  nothing, and still every lock ends by itself. Of several at once one locks. */
async function lock(db: Database, { city, key, now, lockMs }: Counted): Promise<Outcome> {
  const row = await db.read
    .updateTable('tries')
    .set((eb) => ({
      failed: 0,
      rounds: eb('rounds', '+', 1),
      locked_until: sql<string>`${momentOf(now)}::timestamptz
        + least(power(2, rounds), ${longest}) * ${lockMs} * interval '1 millisecond'`,
    }))
    .where('city', '=', city)
    .where('key', '=', key)
    .where((eb) => eb.or([eb('locked_until', 'is', null), eb('locked_until', '<=', moment(now))]))
    .returning('locked_until')
    .executeTakeFirst()
  const until = row?.locked_until ?? (await lockedUntil(db, { city, key, now }))
  return { ok: false, why: 'locked', until: until ?? now + lockMs, isNew: row !== undefined }
}

/** A day without a wrong try is a fresh start, also for how long a lock is. So is a clock that was
 *  set back since: what was counted while it was ahead would lock for as long as it was set back. */
async function dropOld(db: Database, { city, now }: Pick<Counted, 'city' | 'now'>): Promise<void> {
  await db.read
    .deleteFrom('tries')
    .where('city', '=', city)
    .where((eb) =>
      eb.or([
        eb('last', '>', moment(now + aheadMs)),
        eb.and([
          eb('last', '<', moment(now - dayMs)),
          eb.or([eb('locked_until', 'is', null), eb('locked_until', '<=', moment(now))]),
        ]),
      ]),
    )
    .execute()
}

const forgottenMs = 30 * minuteMs
/** More than the clocks of several machines differ by. */
const aheadMs = 5 * minuteMs
const longest = 16
