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

/**
 * Puts away, once a day, the records of years that are over as long as the city says. A round that was
 * broken off is taken up by whoever has the turn next; what it had put away stays. Gives how many
 * records went; undefined where there was nothing to begin.
 */
export async function archiveByYear(
  deps: ArchiveDeps,
  city: number,
  signal?: AbortSignal,
): Promise<number | undefined> {
  const { read } = deps.db
  const day = dayOf(deps.now())
  if (putAwayBefore(deps.worldOf(city), deps.now()) === undefined) return undefined
  if (!(await begun(read, { city, day, now: deps.now() }))) return undefined
  const noted = (went: number) =>
    sql`update archive_run set records = records + ${went}, at = ${momentOf(deps.now())}
      where city = ${city} and day = ${day}`.execute(read)
  const all = await putAwayOver(deps, city, { signal, noted })
  if (signal?.aborted !== true)
    await sql`update archive_run set ended_at = ${momentOf(deps.now())}
      where city = ${city} and day = ${day}`.execute(read)
  return all
}

type Going = {
  readonly signal?: AbortSignal | undefined
  readonly noted?: (went: number) => Promise<unknown>
}

/** Puts away at once all that is over as long as the city says, a batch at a time, each whole. */
export async function putAwayOver(
  { db, registry, worldOf, now }: ArchiveDeps,
  city: number,
  { signal, noted }: Going = {},
): Promise<number> {
  const before = putAwayBefore(worldOf(city), now())
  if (before === undefined) return 0
  const isStopped = () => signal?.aborted === true
  let all = 0
  for (const kind of registry.values()) {
    if (!isArchived(kind) || isStopped()) continue
    let after: Found | undefined
    for (;;) {
      const found = await nextOver(db.read, { city, kind: kind.name, before, after })
      const went = await putAway(db.read, { city, ids: found.map(({ id }) => id), before })
      all += went
      await noted?.(went)
      after = found.at(-1)
      if (found.length < atOnce || isStopped()) break
      await pause(betweenMs)
    }
  }
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
    where archive_run.ended_at is null
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
