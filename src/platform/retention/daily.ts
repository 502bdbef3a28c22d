import { type Kysely, type RawBuilder, sql, type SqlBool } from 'kysely'
import { erasedMark } from '../../kernel/own-data.ts'
import { startOfDay, dayOf, type Instant, dayMs } from '../../kernel/time.ts'
import type { World } from '../../kernel/world.ts'
import type { Registry } from '../asking/types.ts'
import { removeUnheld } from '../http/file-sweep.ts'
import { noteSecurity } from '../identity/security-log.ts'
import { bringBack } from '../archive/bring-back.ts'
import type { Database } from '../store/database.ts'
import type { Tables } from '../store/tables.ts'
import { momentOf } from '../store/value-types.ts'
import {
  eraseContacts,
  eraseFiles,
  eraseLeftContacts,
  eraseWords,
  type Erasing,
  type ErasingKeys,
} from './erase-record.ts'
import { dropRows } from './old-rows.ts'
import { daysKept, hasRule, type RecordRule, recordRules } from './parameters.ts'

export type RetentionDeps = {
  readonly db: Database
  readonly keys: ErasingKeys
  readonly registry: Registry
  readonly worldOf: (city: number) => World
  /** The folder in which files lie. */
  readonly files: string
  /** Breaks a round off between two records. */
  readonly signal?: AbortSignal | undefined
}

/** How much of each rule was erased, by 'rule' or 'rule kind'. */
export type Erased = Readonly<Record<string, number>>

const atOnce = 1_000

/**
 * Erases once a day what a city has kept long enough. A round that was broken off is taken up by
 * whoever has the turn next; what it had erased stays erased. Throws where its signal breaks it off.
 */
export async function eraseByDate(
  deps: RetentionDeps,
  city: number,
  now: Instant,
): Promise<Erased | undefined> {
  const day = dayOf(now)
  const { rows } = await sql`insert into retention_run(city, day, at, erased)
    values (${city}, ${day}, ${momentOf(now)}, '{}')
    on conflict (city, day) do update set at = excluded.at
    where retention_run.ended_at is null
    returning day`.execute(deps.db.read)
  if (rows.length === 0) return undefined
  const erased = { ...(await erasedOfRecords(deps, city, now)), ...(await swept(deps, city, now)) }
  await deps.db.read
    .updateTable('retention_run')
    .set({ ended_at: momentOf(now), erased: JSON.stringify(erased) })
    .where('city', '=', city)
    .where('day', '=', day)
    .execute()
  if (Object.keys(erased).length > 0)
    await noteSecurity(deps.db, { city, at: now, what: 'erased', about: { day, ...erased } })
  return erased
}

async function erasedOfRecords(deps: RetentionDeps, city: number, now: Instant): Promise<Erased> {
  const counts: Record<string, number> = {}
  const finished = await finishAsked(deps, city, now)
  if (finished > 0) counts['asked'] = finished
  for (const kind of deps.registry.values())
    for (const rule of recordRules) {
      if (!hasRule(kind, rule)) continue
      const days = daysKept(deps.worldOf(city), rule, { kind: kind.name, now })
      const before = now - days * dayMs
      for await (const ids of dueRecords(deps.db.read, { city, kind: kind.name, rule, before })) {
        for (const record of ids) {
          deps.signal?.throwIfAborted()
          await eraseOne(deps, rule, { city, record, kind, at: now, why: 'date' })
        }
        const name = `${rule} ${kind.name}`
        counts[name] = (counts[name] ?? 0) + ids.length
      }
    }
  return counts
}

/** What people asked for and a crash broke off: their record names its contact no longer. */
async function finishAsked(deps: RetentionDeps, city: number, now: Instant): Promise<number> {
  const { rows } = await sql<{ id: string; kind: string; all: boolean }>`
    select distinct r.id, r.kind, r.fields ? ${erasedMark} as "all" from contact c
    join record r on r.city = ${city} and r.id = c.record_id
    where c.city = ${city} and c.erased_at is null and not jsonb_path_exists(
      r.fields, '$.*.contact ? (@ == $id)', jsonb_build_object('id', c.id::text))`.execute(
    deps.db.read,
  )
  for (const { id: record, kind: name, all } of rows) {
    deps.signal?.throwIfAborted()
    const kind = deps.registry.get(name)
    if (kind === undefined) continue
    if (all)
      for (const rule of ['words', 'files'] as const)
        await eraseOne(deps, rule, { city, record, kind, at: now, why: 'asked' })
    await eraseLeftContacts({ db: deps.db.read, keys: deps.keys }, { city, record, kind, at: now })
  }
  return rows.length
}

/** Erases one thing of one record, whole or not at all. */
export async function eraseOne(
  { db, files, keys }: Pick<RetentionDeps, 'db' | 'files' | 'keys'>,
  rule: RecordRule,
  asked: Erasing,
): Promise<void> {
  const paths = await db.read.transaction().execute(async (write) => {
    if (rule === 'files') return eraseFiles(write, asked)
    await (rule === 'contact' ? eraseContacts(write, keys, asked) : eraseWords(write, asked))
    return []
  })
  for (const path of paths) await removeUnheld({ db, files }, asked.city, path)
}

type Due = {
  readonly city: number
  readonly kind: string
  readonly rule: RecordRule
  readonly before: Instant
}

/**
 * Records closed long enough ago of which this was not erased yet, put away or not: the tables are
 * walked once, so many rows at a time, however many years lie there.
 */
async function* dueRecords(db: Kysely<Tables>, due: Due): AsyncGenerator<readonly string[]> {
  for (const table of ['record', 'archive'] as const) {
    let after: Step['last'] = { opened_at: 0, id: '00000000-0000-0000-0000-000000000000' }
    while (after !== null) {
      const { ids, last } = await step(db, { ...due, table, after })
      if (table === 'archive') await bringBack(db, { city: due.city, ids })
      if (ids.length > 0) yield ids
      after = last
    }
  }
}

type Step = {
  readonly ids: readonly string[]
  readonly last: { readonly opened_at: Instant; readonly id: string } | null
}

type From = Due & {
  readonly table: 'record' | 'archive'
  readonly after: NonNullable<Step['last']>
}

async function step(
  db: Kysely<Tables>,
  { city, kind, rule, before, table, after }: From,
): Promise<Step> {
  const { rows } =
    await sql<Row>`select span.id, span.opened_at, span.closed_at < ${momentOf(before)}
      and not exists (select 1 from erasure e
        where e.city = ${city} and e.record_id = span.id and e.what = ${rule}) as due
    from (select r.id, r.opened_at, r.closed_at from ${sql.table(table)} r
      where r.city = ${city} and r.kind = ${kind} and r.opened_at < ${momentOf(before)}
        and (r.opened_at, r.id) > (${momentOf(after.opened_at)}::timestamptz, ${after.id}::uuid)
      order by r.opened_at, r.id limit ${atOnce}) span
    order by span.opened_at, span.id`.execute(db)
  return {
    ids: rows.flatMap((row) => (row.due === true ? [row.id] : [])),
    last: rows.length < atOnce ? null : (rows.at(-1) ?? null),
  }
}

type Row = {
  readonly id: string
  readonly opened_at: Instant
  /** Nothing of what is not closed. */
  readonly due: boolean | null
}

/** What hangs on no life of a record: by its own age. */
async function swept(
  { db, worldOf, signal }: RetentionDeps,
  city: number,
  now: Instant,
): Promise<Erased> {
  const before = (rule: string) => momentOf(now - daysKept(worldOf(city), rule, { now }) * dayMs)
  const dayBefore = (rule: string) =>
    dayOf(startOfDay(dayOf(now)) - daysKept(worldOf(city), rule, { now }) * dayMs)
  const drop = (table: Parameters<typeof dropRows>[1]['table'], where: RawBuilder<SqlBool>) =>
    dropRows(db.read, { table, city, where, signal })
  const gone = {
    // Kept for whoever sends the same again, which nobody does after weeks.
    ask: await drop('ask', sql`at < ${before('ask')}`),
    remark: await drop('remark', sql`month < ${dayBefore('remark')}`),
    notice: await drop('notice', sql`at < ${before('notice')}`),
    reading: await drop('reading', sql`at < ${before('reading')}`),
    ballot: await drop(
      'ballot',
      sql`poll in (select id from ballot_poll where city = ${city} and closed_on < ${dayBefore('ballot')})`,
    ),
    session: await drop('session', sql`expires < ${before('session')}`),
  }
  return Object.fromEntries(Object.entries(gone).filter(([, n]) => n > 0))
}
