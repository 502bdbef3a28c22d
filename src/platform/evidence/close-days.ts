import type pg from 'pg'
import { addDays, type Day, dayOf, type Instant, startOfDay } from '../../kernel/time.ts'
import { inTransaction } from '../store/migrate.ts'
import { sm3 } from '../crypto/sm3.ts'
import { momentOf } from '../store/value-types.ts'
import { dayBeginning, dayLine } from './seal-text.ts'

/** The head of a closed day, as it is published. */
export type DayHead = {
  readonly city: number
  readonly day: Day
  readonly seals: number
  readonly events: number
  readonly records: number
  readonly prev: string
  readonly hash: string
}

/**
 * Writes the head of every day of a city that is over and has none yet, from the day of the first
 * seal on. For the sealer alone: it has put all seals of those days. Gives the new heads.
 */
export function closeDays(
  client: pg.Client,
  city: number,
  now: Instant,
): Promise<readonly DayHead[]> {
  return inTransaction(client, async () => {
    const written: DayHead[] = []
    for (;;) {
      const day = await nextDay(client, city)
      if (day === undefined || day >= dayOf(now)) return written
      written.push(await closeDay(client, { city, day, now }))
    }
  })
}

async function nextDay(client: pg.Client, city: number): Promise<Day | undefined> {
  const { rows } = await client.query<{ last: Day | null; first: Instant | null }>({
    name: 'next day',
    text: `select (select max(day) from day_head where city = $1::int) as last,
      (select at from seal where city = $1::int order by n limit 1) as first`,
    values: [city],
  })
  const { last = null, first = null } = rows[0] ?? {}
  if (last !== null) return addDays(last, 1)
  return first === null ? undefined : dayOf(first)
}

async function closeDay(
  client: pg.Client,
  { city, day, now }: { readonly city: number; readonly day: Day; readonly now: Instant },
): Promise<DayHead> {
  const end = momentOf(startOfDay(addDays(day, 1)))
  const { rows: seals } = await client.query<{ n: number; hash: string }>(
    `select n, encode(hash, 'hex') as hash from seal
     where city = $1::int and at < $2::timestamptz
       and n > coalesce((select seals from day_head where city = $1::int order by day desc limit 1), 0)
     order by n`,
    [city, end],
  )
  const { rows } = await client.query<Stood>(stoodText, [city, seals.at(-1)?.n ?? 0])
  const stood = rows[0] ?? { seals: 0, events: 0, records: 0, prev: '', security: 0, chain: '' }
  const { security: seq, chain, ...counts } = stood
  const beginning = dayBeginning({ city, day, ...counts, security: { seq, hash: chain } })
  const hash = sm3(beginning + seals.map(dayLine).join(''))
  await client.query(
    `insert into day_head(city, day, at, seals, events, records, security, security_hash, prev, hash)
     values ($1::int, $2::date, $3::timestamptz, $4, $5, $6, $7, decode($8, 'hex'), decode($9, 'hex'), decode($10, 'hex'))`,
    [
      city,
      day,
      momentOf(now),
      stood.seals,
      stood.events,
      stood.records,
      seq,
      chain,
      stood.prev,
      hash,
    ],
  )
  return { city, day, ...counts, hash }
}

type Stood = {
  readonly seals: number
  readonly events: number
  readonly records: number
  readonly prev: string
  readonly security: number
  readonly chain: string
}

/** What a day's head counts: up to its last seal, or as the day before where it has none. */
const stoodText = `
select coalesce(s.n, h.seals, 0) as seals, coalesce(s.events, h.events, 0) as events,
  coalesce(s.records, h.records, 0) as records, coalesce(encode(h.hash, 'hex'), '') as prev,
  coalesce(c.seq, 0) as security, coalesce(encode(c.hash, 'hex'), '') as chain
from (select $1::int as city) o
left join seal s on s.city = o.city and s.n = $2::bigint
left join lateral (select * from day_head d where d.city = o.city order by d.day desc limit 1) h on true
left join security_head c on c.city = o.city`
