import { openDatabase, withClient } from '../../store/database.ts'
import { securityBreak } from '../../identity/security-log.ts'
import { type PublishedHead, publishedHeads } from '../heads-file.ts'
import { checkFiles } from './check-files.ts'
import { checkRecords } from './check-records.ts'
import { checkSeals, type Head } from './check-seals.ts'
import type { Counted, Verifying } from './verifying.ts'

export type Verified = Counted & {
  readonly found: number
  /** Days held against what was published. */
  readonly compared: number
}

export type VerifyOptions = {
  readonly url: string
  readonly city: number
  readonly keys?: Verifying['keys']
  /** The folder of what people sent; without it only their digests are looked at. */
  readonly files?: string | undefined
  /** The text of a file of published heads. */
  readonly heads?: string | undefined
  readonly say: (finding: string) => void
  readonly progress?: (what: string, done: number) => void
}

/**
 * Checks a copy of a city without the server: every record's chain, every event in exactly one
 * seal, seals and days linked, texts and contacts as their events say, days as published. Says
 * every finding with its place. Reads one snapshot; memory does not grow with the city.
 */
export async function verify(options: VerifyOptions): Promise<Verified> {
  const { url, city, keys, say, progress = () => undefined } = options
  if (!Number.isInteger(city)) throw new RangeError('a city is a whole number')
  let found = 0
  const tell = (sentence: string) => {
    found += 1
    say(sentence)
  }
  const count: Counted = {
    records: 0,
    events: 0,
    seals: 0,
    days: 0,
    waiting: 0,
    words: 0,
    security: 0,
    files: 0,
  }
  const compared = await withClient(url, async (client) => {
    await client.query('begin transaction isolation level repeatable read read only')
    const verifying = { client, city, keys, count, found: tell, progress }
    const heads = await checkSeals(verifying)
    await checkRecords(verifying)
    if (options.files !== undefined) await checkFiles(verifying, options.files)
    await checkSecurity(verifying, url, heads)
    return comparePublished(heads, publishedHeads(options.heads ?? ''), tell)
  })
  return { ...count, found, compared }
}

/** Nobody who holds the database alone can change what was published elsewhere. */
function comparePublished(
  heads: readonly Head[],
  published: readonly PublishedHead[],
  found: (sentence: string) => void,
): number {
  const stored = new Map(heads.map(({ day, hash }) => [String(day), hash]))
  for (const { day, hash } of published) {
    const own = stored.get(day)
    if (own === undefined) found(`${day} 的每日存证：公布过，这里没有`)
    else if (!own.startsWith(hash))
      found(`${day} 的每日存证：与公布的不同，这一天或更早的存证被重做过`)
  }
  return published.length
}

/** The security log is one chain; each day's head says where it stood. */
async function checkSecurity(
  { client, city, found, count }: Verifying,
  url: string,
  heads: readonly Head[],
): Promise<void> {
  const db = openDatabase(url)
  try {
    const broken = await securityBreak(db, city)
    if (broken !== undefined)
      found(`安全日志第 ${broken.seq} 条：${broken.why === 'missing' ? '不见了' : '被改动'}`)
  } finally {
    await db.close()
  }
  const seqs = [...new Set(heads.map(({ security }) => security))]
  const { rows } = await client.query<{ seq: number; hash: string }>(
    `select seq, encode(hash, 'hex') as hash from security_event where city = $1::int and seq = any($2::bigint[])`,
    [city, seqs],
  )
  const stored = new Map(rows.map(({ seq, hash }) => [seq, hash]))
  for (const { day, security, chain } of heads)
    if (security > 0 && stored.get(security) !== chain)
      found(`安全日志第 ${security} 条：与 ${day} 的每日存证不符，此前的日志被重做过`)
  const all = await client.query<{ n: number }>(
    'select count(*)::int as n from security_event where city = $1::int',
    [city],
  )
  count.security = all.rows[0]?.n ?? 0
}
