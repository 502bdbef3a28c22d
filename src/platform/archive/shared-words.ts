import { type Kysely, sql } from 'kysely'
import type { Tables } from '../store/tables.ts'
import { archivedLives } from './stored-lives.ts'

type Of = { readonly city: number; readonly ids: readonly string[] }

/**
 * The words to which events of other records refer: an answer that was shared with all who asked the
 * same is one text. These stay where everybody finds them. Only records that are linked share words.
 */
export async function sharedWords(
  db: Kysely<Tables>,
  { city, ids }: Of,
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { rows } = await sql<{ own: string; other: string }>`
    select from_id as own, to_id as other from link where city = ${city} and from_id = any(${[...ids]}::uuid[])
    union select to_id, from_id from link where city = ${city} and to_id = any(${[...ids]}::uuid[])`.execute(
    db,
  )
  const others = [...new Set(rows.map(({ other }) => other))]
  const said = await wordsOfEvents(db, { city, ids: others })
  return new Map(
    [...Map.groupBy(rows, ({ own }) => own)].map(([own, linked]) => [
      own,
      new Set(linked.flatMap(({ other }) => (other === own ? [] : (said.get(other) ?? [])))),
    ]),
  )
}

/** The ids of words that records' events refer to, wherever the events lie. */
async function wordsOfEvents(
  db: Kysely<Tables>,
  { city, ids }: Of,
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (ids.length === 0) return new Map()
  const working = await db
    .selectFrom('event')
    .select(['record_id', 'body'])
    .where('city', '=', city)
    .where(sql<boolean>`record_id = any(${[...ids]}::uuid[])`)
    .execute()
  const away = await archivedLives(db, { city, ids })
  const events = [...working, ...[...away.values()].flatMap(({ event }) => event)]
  return new Map(
    [...Map.groupBy(events, (event) => event.record_id)].map(([id, own]) => [
      id,
      own.flatMap(({ body }) => [...body.matchAll(contentIds)].flatMap(([, found = '']) => found)),
    ]),
  )
}

const contentIds = /"content":"([0-9a-f-]{36})"/g
