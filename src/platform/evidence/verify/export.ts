import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { dayOf, type Instant } from '../../../kernel/time.ts'
import { sm3 } from '../../crypto/sm3.ts'
import { type Packed, unpackLife } from '../../archive/life.ts'
import { hashedBytes } from '../../store/chain.ts'
import { withClient } from '../../store/database.ts'
import { dayBeginning, dayLine, type Entry, sealText } from '../seal-text.ts'
import type { EventRow } from './check-life.ts'
import type { Head } from './check-seals.ts'
import { recipe } from './recipe.ts'

type Options = {
  readonly url: string
  readonly city: number
  readonly to: string
  /** Ids or numbers of records. */
  readonly records: readonly string[]
  readonly seals: readonly number[]
}

export class NothingToExport extends Error {}

/**
 * Writes the exact bytes that were hashed - of a record's events, of the seals that hold them, of
 * the days that hold those - so that anyone follows one record to a published day with `openssl`.
 * Gives the names of the files.
 */
export async function exportEvidence(options: Options): Promise<readonly string[]> {
  const { url, city, to } = options
  await mkdir(to, { recursive: true, mode: 0o700 })
  const files = await withClient(url, async (client) => {
    await client.query('begin transaction isolation level repeatable read read only')
    const records: Found[] = []
    const events: File[] = []
    for (const named of options.records) {
      const record = await find(client, city, named)
      records.push(record)
      events.push(...(await eventFiles(client, city, record)))
    }
    const held = await sealsOf(
      client,
      city,
      records.map(({ id }) => id),
    )
    const numbers = [...new Set([...options.seals, ...held])].toSorted((a, b) => a - b)
    const seals = []
    for (const n of numbers) seals.push(await sealFile(client, city, n))
    const days = await dayFiles(client, city, seals)
    return [...events, ...seals, ...days]
  })
  for (const { name, bytes } of files) await writeFile(join(to, name), bytes)
  const expected = files.map(({ name, bytes }) => `${sm3(bytes)} *${name}\n`).toSorted(byName)
  await writeFile(join(to, 'expected'), expected.join(''))
  await writeFile(join(to, '说明'), recipe)
  return files.map(({ name }) => name)
}

type File = { readonly name: string; readonly bytes: Buffer }
type Found = { readonly id: string; readonly number: string }

function byName(a: string, b: string): number {
  return a.slice(65) < b.slice(65) ? -1 : 1
}

async function find(client: pg.Client, city: number, named: string): Promise<Found> {
  const { rows } = await client.query<Found>(
    `select id, number from record where city = $1::int and (id::text = $2 or number = $2)
     union all select id, number from archive where city = $1::int and (id::text = $2 or number = $2)`,
    [city, named],
  )
  if (rows[0] === undefined) throw new NothingToExport(`没有编号为 ${named} 的记录`)
  return rows[0]
}

async function eventFiles(
  client: pg.Client,
  city: number,
  { id, number }: Found,
): Promise<readonly File[]> {
  const { rows } = await client.query<EventRow>(
    'select *, record_id as record from event where city = $1::int and record_id = $2 order by seq',
    [city, id],
  )
  const events = rows.length > 0 ? rows : await packedEvents(client, city, id)
  return events.map((row) => ({
    name: `event-${number}-${String(row.seq).padStart(4, '0')}.txt`,
    bytes: hashedBytes(row.prev, row),
  }))
}

/** The events of a record that was put away. */
async function packedEvents(
  client: pg.Client,
  city: number,
  id: string,
): Promise<readonly EventRow[]> {
  const { rows } = await client.query<Packed & { id: string; kind: string }>(
    'select id, kind, form, words, life from archive where city = $1::int and id = $2::uuid',
    [city, id],
  )
  return rows
    .flatMap((row) => unpackLife({ ...row, city }, row).event)
    .map((event) => ({ ...event, record: id }))
}

async function sealsOf(
  client: pg.Client,
  city: number,
  records: readonly string[],
): Promise<readonly number[]> {
  const { rows } = await client.query<{ n: number }>(
    'select n from seal where city = $1::int and record_ids && $2::uuid[] order by n',
    [city, records],
  )
  return rows.map(({ n }) => n)
}

type SealRow = {
  readonly at: Instant
  readonly events: number
  readonly records: number
  readonly prev: string
  readonly record_ids: readonly string[]
  readonly seqs: readonly number[]
  readonly hashes: readonly Buffer[]
}

async function sealFile(
  client: pg.Client,
  city: number,
  n: number,
): Promise<File & { readonly n: number }> {
  const { rows } = await client.query<SealRow>(
    `select at, events, records, encode(prev, 'hex') as prev, record_ids::text[], seqs, hashes
     from seal where city = $1::int and n = $2::bigint`,
    [city, n],
  )
  const [seal] = rows
  if (seal === undefined) throw new NothingToExport(`没有第 ${n} 号封条`)
  const entries = seal.record_ids.map((record, at): Entry => ({
    record,
    seq: seal.seqs[at] ?? 0,
    hash: seal.hashes[at]?.toString('hex') ?? '',
  }))
  const name = `seal-${String(n).padStart(9, '0')}.txt`
  return { n, name, bytes: Buffer.from(sealText({ ...seal, city, n, entries })) }
}

/** The days whose texts name these seals; a seal of a day that is not over has none yet. */
async function dayFiles(
  client: pg.Client,
  city: number,
  seals: readonly { readonly n: number }[],
): Promise<readonly File[]> {
  const days = new Map<string, File>()
  for (const { n } of seals) {
    const { rows } = await client.query<Head & { before: number }>(dayText, [city, n])
    const [head] = rows
    if (head === undefined || days.has(head.day)) continue
    const lines = await client.query<{ n: number; hash: string; at: Instant }>(
      `select n, at, encode(hash, 'hex') as hash from seal
       where city = $1::int and n > $2::bigint and n <= $3::bigint order by n`,
      [city, head.before, head.seals],
    )
    const own = lines.rows.filter(({ at }) => dayOf(at) <= head.day)
    const security = { seq: head.security, hash: head.chain }
    const text = dayBeginning({ ...head, city, security }) + own.map(dayLine).join('')
    days.set(head.day, { name: `day-${head.day}.txt`, bytes: Buffer.from(text) })
  }
  return [...days.values()]
}

const dayText = `select d.day, d.seals, d.events, d.records, d.security, encode(d.security_hash, 'hex') as chain,
    encode(d.prev, 'hex') as prev, encode(d.hash, 'hex') as hash,
    coalesce((select max(e.seals) from day_head e where e.city = d.city and e.day < d.day), 0) as before
  from day_head d where d.city = $1::int and d.seals >= $2::bigint order by d.day limit 1`
