import { sql } from 'kysely'
import { dayMs, type Instant, minuteMs } from '../../kernel/time.ts'
import type { Database } from '../store/database.ts'
import { momentOf } from '../store/value-types.ts'
import { moment } from '../world/sql-moment.ts'

/** What wrong tries are counted under, and how many of them lock it for how long. */
export type Counted = {
  readonly city: number
  readonly key: string
  readonly now: Instant
  readonly tries: number
  readonly lockMs: number
}

/** `locked` is new when this very try locked it. */
export type Taken =
  | { readonly ok: true; readonly failed: number }
  | { readonly ok: false; readonly until: Instant; readonly isNew: boolean }

/** Takes one try before it is known whether it is right, so that many at once are not more tries
 *  than the limit. Whoever was right gives it back with `forgetTries`. */
export async function takeTry(db: Database, counted: Counted): Promise<Taken> {
  const { city, key, now } = counted
  await dropOld(db, counted)
  const row = await db.read
    .insertInto('tries')
    .values({ city, key, failed: 1, rounds: 0, last: momentOf(now) })
    .onConflict((conflict) =>
      conflict.columns(['city', 'key']).doUpdateSet((eb) => ({
        failed: eb
          .case()
          .when(sql<boolean>`tries.locked_until > ${moment(now)}`)
          .then(eb.ref('tries.failed'))
          .when(sql<boolean>`tries.last < ${moment(now - forgottenMs)}`)
          .then(1)
          .else(eb('tries.failed', '+', 1))
          .end(),
        last: momentOf(now),
      })),
    )
    .returning(['failed', 'locked_until'])
    .executeTakeFirstOrThrow()
  if (row.locked_until !== null && row.locked_until > now)
    return { ok: false, until: row.locked_until, isNew: false }
  if (row.failed > counted.tries) return lock(db, counted)
  return { ok: true, failed: row.failed }
}

/** The taken try was wrong: the last one that is allowed locks. */
export async function settleWrong(db: Database, counted: Counted, failed: number): Promise<Taken> {
  return failed < counted.tries ? { ok: true, failed } : lock(db, counted)
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
async function lock(db: Database, { city, key, now, lockMs }: Counted): Promise<Taken> {
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
  return { ok: false, until: until ?? now + lockMs, isNew: row !== undefined }
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
