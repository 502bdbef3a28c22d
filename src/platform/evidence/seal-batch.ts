import type pg from 'pg'
import { type Instant, startOfDay, addDays, type Day } from '../../kernel/time.ts'
import { inTransaction } from '../store/migrate.ts'
import { momentOf } from '../store/value-types.ts'
import { type Entry, sealHash } from './seal-text.ts'

/** So many events one seal holds at most. */
export const batch = 5_000

/**
 * Seals one batch of a city's committed events: they leave the queue and stand in the seal in one
 * transaction, so that a crash neither loses nor doubles one. Gives the number of events sealed.
 */
export function sealBatch(client: pg.Client, city: number, now: Instant): Promise<number> {
  return inTransaction(client, async () => {
    const { rows: entries } = await client.query<Entry>({
      name: 'unseal',
      text: take,
      values: [city],
    })
    if (entries.length > 0) await putSeal(client, city, { now, entries })
    return entries.length
  })
}

/** Puts the next seal of a city over these events, in the transaction of the client. */
export async function putSeal(
  client: pg.Client,
  city: number,
  { now, entries }: { readonly now: Instant; readonly entries: readonly Entry[] },
): Promise<void> {
  const last = await lastSeal(client, city)
  const seal = {
    city,
    n: last.n + 1,
    at: await notBefore(client, { city, now, last: last.at }),
    prev: last.hash,
    events: last.events + entries.length,
    records: last.records + entries.filter(({ seq }) => seq === 1).length,
    entries,
  }
  await client.query({
    name: 'seal',
    text: put,
    values: [
      city,
      seal.n,
      momentOf(seal.at),
      seal.events,
      seal.records,
      entries.map(({ record }) => record),
      entries.map(({ seq }) => seq),
      entries.map(({ hash }) => Buffer.from(hash, 'hex')),
      Buffer.from(seal.prev, 'hex'),
      Buffer.from(sealHash(seal), 'hex'),
    ],
  })
}

type LastSeal = {
  readonly n: number
  readonly at: Instant
  readonly events: number
  readonly records: number
  readonly hash: string
}

/** The newest seal of a city; before the first, one that holds nothing. */
async function lastSeal(client: pg.Client, city: number): Promise<LastSeal> {
  const { rows } = await client.query<LastSeal>({
    name: 'last seal',
    text: `select n, at, events, records, encode(hash, 'hex') as hash from seal
      where city = $1::int order by n desc limit 1`,
    values: [city],
  })
  return rows[0] ?? { n: 0, at: 0, events: 0, records: 0, hash: '' }
}

/** A clock that steps back puts no seal before another, nor into a day that is closed. */
async function notBefore(
  client: pg.Client,
  { city, now, last }: { readonly city: number; readonly now: Instant; readonly last: Instant },
): Promise<Instant> {
  const { rows } = await client.query<{ day: Day }>({
    name: 'last day',
    text: 'select day from day_head where city = $1::int order by day desc limit 1',
    values: [city],
  })
  const closed = rows[0] === undefined ? 0 : startOfDay(addDays(rows[0].day, 1))
  return Math.max(now, last, closed)
}

const take = `
with d as (
  delete from sealing where city = $1::int and ctid = any(array(select ctid from sealing where city = $1::int limit ${batch}))
  returning record_id, seq, hash
)
select record_id as record, seq, encode(hash, 'hex') as hash from d order by record_id, seq`

const put = `insert into seal(city, n, at, events, records, record_ids, seqs, hashes, prev, hash)
values ($1::int, $2::bigint, $3::timestamptz, $4::bigint, $5::bigint, $6::uuid[], $7::int[], $8::bytea[], $9::bytea, $10::bytea)`
