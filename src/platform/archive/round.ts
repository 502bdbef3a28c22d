import { setTimeout as pause } from 'node:timers/promises'
import { type Kysely, sql } from 'kysely'
import { dayOf, type Instant } from '../../kernel/time.ts'
import type { World } from '../../kernel/world.ts'
import type { Registry } from '../asking/types.ts'
import type { Database } from '../store/database.ts'
import type { Tables } from '../store/tables.ts'
import { momentOf } from '../store/value-types.ts'
import { moment } from '../world/sql-moment.ts'
import { bringBack } from './bring-back.ts'
import { isArchived, putAwayBefore } from './parameters.ts'
import { isOver, putAway } from './put-away.ts'

export type ArchiveDeps = {
  readonly db: Pick<Database, 'read'>
  readonly registry: Registry
  readonly worldOf: (city: number) => World
  readonly now: () => Instant
}

const atOnce = 200
/** Others get their turn. */
const betweenMs = 5
const givenUpAfterMs = 10 * 60_000

/**
 * Puts away, once a day, the records of years that are over as long as the city says, whichever
 * process comes first. Every batch is whole and says that the round goes on; one that was broken
 * off is taken up by whoever comes ten minutes later, or at once where the product stopped. Gives
 * how many records went.
 */
export async function archiveByYear(
  { db, registry, worldOf, now }: ArchiveDeps,
  city: number,
  signal?: AbortSignal,
): Promise<number | undefined> {
  const before = putAwayBefore(worldOf(city), now())
  if (before === undefined) return undefined
  const day = dayOf(now())
  if (!(await begun(db.read, { city, day, now: now() }))) return undefined
  const isStopped = () => signal?.aborted === true
  let all = 0
  for (const kind of registry.values()) {
    if (!isArchived(kind) || isStopped()) continue
    let after: Found | undefined
    for (;;) {
      const found = await nextOver(db.read, { city, kind: kind.name, before, after })
      const went = await putAway(db.read, { city, ids: found.map(({ id }) => id), before })
      all += went
      await sql`update archive_run set records = records + ${went}, at = ${momentOf(now())}
        where city = ${city} and day = ${day}`.execute(db.read)
      after = found.at(-1)
      if (found.length < atOnce || isStopped()) break
      await pause(betweenMs)
    }
  }
  const ended = isStopped() ? null : momentOf(now())
  const at = ended ?? momentOf(now() - givenUpAfterMs - 1)
  await sql`update archive_run set ended_at = ${ended}::timestamptz, at = ${at}::timestamptz
    where city = ${city} and day = ${day}`.execute(db.read)
  return all
}

/** Brings a year back: what ended in it. Gives how many records came. */
export async function bringBackYear(
  { db }: Pick<ArchiveDeps, 'db'>,
  city: number,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): Promise<number> {
  let all = 0
  for (;;) {
    const { rows } = await sql<{ id: string }>`select id from archive where city = ${city}
      and closed_at >= ${moment(from)} and closed_at < ${moment(to)} limit ${atOnce}`.execute(
      db.read,
    )
    if (rows.length === 0) return all
    all += await bringBack(db.read, { city, ids: rows.map(({ id }) => id) })
  }
}

type Found = { readonly id: string; readonly opened_at: Instant }

async function begun(
  db: Kysely<Tables>,
  { city, day, now }: { readonly city: number; readonly day: string; readonly now: Instant },
): Promise<boolean> {
  const { rows } = await sql`insert into archive_run(city, day, at, records)
    values (${city}, ${day}, ${momentOf(now)}, 0)
    on conflict (city, day) do update set at = excluded.at
    where archive_run.ended_at is null and archive_run.at < ${momentOf(now - givenUpAfterMs)}
    returning day`.execute(db)
  return rows.length > 0
}

type Over = {
  readonly city: number
  readonly kind: string
  readonly before: Instant
  readonly after: Found | undefined
}

/** The next records of a kind that are over, the oldest first. */
async function nextOver(
  db: Kysely<Tables>,
  { city, kind, before, after }: Over,
): Promise<readonly Found[]> {
  const from =
    after === undefined
      ? sql``
      : sql`and (r.opened_at, r.id) > (${moment(after.opened_at)}, ${after.id}::uuid)`
  const { rows } = await sql<Found>`select r.id, r.opened_at from record r
    where r.city = ${city} and r.kind = ${kind} and ${isOver(before)} ${from}
    order by r.opened_at, r.id limit ${atOnce}`.execute(db)
  return rows
}
