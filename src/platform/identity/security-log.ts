import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Instant } from '../../kernel/time.ts'
import { newId } from '../numbers/ids.ts'
import { canonicalJson } from '../store/chain.ts'
import type { Database } from '../store/database.ts'
import type { Tables } from '../store/tables.ts'
import { momentOf } from '../store/value-types.ts'
import type { SecurityWhat } from './security-kinds.ts'

export type SecurityNote = {
  readonly city: number
  readonly at: Instant
  readonly what: SecurityWhat
  /** Whose account it was done with; none when nobody was known. */
  readonly account?: string | undefined
  readonly post?: string | undefined
  readonly address?: string | undefined
  /** Ids, roles, counts and names of settings; never a person's words, phone or address. */
  readonly about?: SecurityAbout | undefined
}

export type SecurityAbout = Readonly<Record<string, string | number | boolean | undefined>>

/** Adds a line to the city's security log, which is only ever added to. */
export function noteSecurity(db: Database, note: SecurityNote): Promise<void> {
  return db.read.transaction().execute((write) => noteSecurityIn(write, note))
}

/** The same within a change, so that neither stands without the other. The city's lines wait for
 *  one another here, so it comes last in a change. */
export async function noteSecurityIn(write: Kysely<Tables>, note: SecurityNote): Promise<void> {
  const { city } = note
  await write
    .insertInto('security_head')
    .values({ city, seq: 0, hash: firstHash })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { seq, hash: prev } = await write
    .updateTable('security_head')
    .set((eb) => ({ seq: eb('seq', '+', 1) }))
    .where('city', '=', city)
    .returning(['seq', 'hash'])
    .executeTakeFirstOrThrow()
  const line = {
    city,
    seq,
    id: newId(),
    at: note.at,
    what: note.what,
    account: note.account ?? null,
    post: note.post ?? null,
    address: note.address ?? '',
    about: canonicalJson(note.about ?? {}),
  }
  const hash = securityHash(prev, line)
  await write
    .insertInto('security_event')
    .values({ ...line, at: momentOf(note.at), prev, hash })
    .execute()
  await write.updateTable('security_head').set({ hash }).where('city', '=', city).execute()
}

export type SecurityLine = {
  readonly city: number
  readonly seq: number
  readonly id: string
  readonly at: Instant
  readonly what: string
  readonly account: string | null
  readonly post: string | null
  readonly address: string
  readonly about: string
}

/** The hash (SM3) of a line over the hash before it; as JSON, so that no part can pass for another. */
function securityHash(prev: Buffer, line: SecurityLine): Buffer {
  const words = [
    line.city,
    line.seq,
    line.id,
    momentOf(line.at),
    line.what,
    line.account ?? '',
    line.post ?? '',
    line.address,
    line.about,
  ]
  return createHash('sm3').update(prev).update(JSON.stringify(words), 'utf8').digest()
}

/** What the first line of a city is chained to. */
const firstHash = Buffer.alloc(32)

export type SecurityBreak = { readonly seq: number; readonly why: 'missing' | 'changed' }

/** The first place where the city's log is not what was written; nothing when it is whole. */
export async function securityBreak(
  db: Database,
  city: number,
): Promise<SecurityBreak | undefined> {
  let seq = 0
  let prev: Buffer = firstHash
  for (;;) {
    const rows = await db.read
      .selectFrom('security_event')
      .selectAll()
      .where('city', '=', city)
      .where('seq', '>', seq)
      .orderBy('seq')
      .limit(1_000)
      .execute()
    for (const row of rows) {
      if (row.seq !== seq + 1) return { seq: seq + 1, why: 'missing' }
      if (!row.prev.equals(prev) || !row.hash.equals(securityHash(prev, row)))
        return { seq: row.seq, why: 'changed' }
      seq = row.seq
      prev = row.hash
    }
    if (rows.length === 0) break
  }
  const head = await db.read
    .selectFrom('security_head')
    .select(['seq', 'hash'])
    .where('city', '=', city)
    .executeTakeFirst()
  if (head === undefined) return seq === 0 ? undefined : { seq, why: 'missing' }
  if (head.seq > seq) return { seq: seq + 1, why: 'missing' }
  return head.hash.equals(prev) ? undefined : { seq, why: 'changed' }
}
