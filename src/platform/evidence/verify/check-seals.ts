import type pg from 'pg'
import { type Day, dayOf, type Instant } from '../../../kernel/time.ts'
import { sm3 } from '../../crypto/sm3.ts'
import { dayBeginning, dayLine, sealHash } from '../seal-text.ts'
import { type Stream, streamOf } from './cursor.ts'
import type { Verifying } from './verifying.ts'

type SealRow = {
  readonly n: number
  readonly at: Instant
  readonly events: number
  readonly records: number
  readonly prev: string
  readonly hash: string
  readonly entries: readonly string[]
}

export type Head = {
  readonly day: Day
  readonly seals: number
  readonly events: number
  readonly records: number
  readonly security: number
  readonly chain: string
  readonly prev: string
  readonly hash: string
}

type Last = Pick<SealRow, 'n' | 'at' | 'events' | 'records' | 'hash'>
const before: Last = { n: 0, at: 0, events: 0, records: 0, hash: '' }

/** Reads a city's seals in order, holds each against the one before, and the days against them.
 *  Gives the heads of the days, as stored. */
export async function checkSeals(verifying: Verifying): Promise<readonly Head[]> {
  const { client, city, count } = verifying
  const seals = await streamOf<SealRow>(client, { name: 'seals', text: sealsText(city), size: 20 })
  const heads = await storedHeads(client, city)
  let last = before
  let prev = ''
  for (const head of heads) {
    last = await checkDay(verifying, { head, prev, seals, last })
    prev = head.hash
  }
  for (;;) {
    const seal = await seals.take()
    if (seal === undefined) break
    last = checkSeal(verifying, seal, last)
  }
  count.seals = last.n
  count.days = heads.length
  return heads
}

type DayOf = {
  readonly head: Head
  readonly prev: string
  readonly seals: Stream<SealRow>
  readonly last: Last
}

async function checkDay(verifying: Verifying, { head, prev, seals, last }: DayOf): Promise<Last> {
  const { city, found } = verifying
  const where = `${head.day} 的每日存证`
  if (head.prev !== prev) found(`${where}：与前一天不相接，中间可能少了一天`)
  const lines: string[] = []
  let newest = last
  for (;;) {
    const seal = await seals.peek()
    if (seal === undefined || dayOf(seal.at) > head.day) break
    await seals.take()
    newest = checkSeal(verifying, seal, newest)
    lines.push(dayLine(seal))
  }
  const { seals: n, events, records } = head
  if (n !== newest.n || events !== newest.events || records !== newest.records)
    found(
      `${where}：写的是 ${n} 条封条、${events} 个事件、${records} 件记录，实有 ${newest.n}、${newest.events}、${newest.records}`,
    )
  const security = { seq: head.security, hash: head.chain }
  const text = dayBeginning({ ...head, city, security }) + lines.join('')
  if (sm3(text) !== head.hash) found(`${where}：校验值与当天的封条不符，当天的存证被改动`)
  return newest
}

function checkSeal({ city, found, progress }: Verifying, row: SealRow, last: Last): Last {
  const where = `第 ${row.n} 号封条`
  if (row.n === last.n + 2) found(`第 ${last.n + 1} 号封条不见了`)
  else if (row.n !== last.n + 1) found(`第 ${last.n + 1} 至 ${row.n - 1} 号封条不见了`)
  else if (row.prev !== last.hash) found(`${where}：与第 ${last.n} 号封条不相接`)
  if (row.at < last.at) found(`${where}：时间早于前一条封条`)
  const entries = row.entries.map((entry) => {
    const [record = '', seq = '', hash = ''] = entry.split(' ')
    return { record, seq: Number(seq), hash }
  })
  const first = entries.filter(({ seq }) => seq === 1).length
  const follows = row.n === last.n + 1
  if (
    follows &&
    (row.events !== last.events + entries.length || row.records !== last.records + first)
  )
    found(`${where}：累计的事件数或记录数不对`)
  if (sealHash({ ...row, city, entries }) !== row.hash)
    found(`${where}：内容与校验值不符，封条被改动`)
  progress('封条', row.n)
  return row
}

async function storedHeads(client: pg.Client, city: number): Promise<readonly Head[]> {
  const { rows } = await client.query<Head>(
    `select day, seals, events, records, security, encode(security_hash, 'hex') as chain,
       encode(prev, 'hex') as prev, encode(hash, 'hex') as hash
     from day_head where city = $1::int order by day`,
    [city],
  )
  return rows
}

function sealsText(city: number): string {
  return `select n, at, events, records, encode(prev, 'hex') as prev, encode(hash, 'hex') as hash,
    array(select r || ' ' || q || ' ' || encode(h, 'hex') from unnest(record_ids, seqs, hashes) with ordinality u(r, q, h, o) order by o) as entries
    from seal where city = ${city} order by n`
}
