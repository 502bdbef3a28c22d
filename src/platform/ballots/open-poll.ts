import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { BallotLine } from '../../kernel/ballot.ts'
import { codeOf } from '../store/faults.ts'
import { type BallotDeps, castSoFar, pollOf, slipDigest } from './poll.ts'
import { newSlipCode, readSlipCode } from './slip-code.ts'

type Opening = {
  readonly city: number
  readonly record: string
  readonly lines: readonly BallotLine[]
  readonly slips: number
}

export type Opened =
  | { readonly ok: true; readonly codes: readonly string[] }
  | { readonly ok: false; readonly why: 'closed' | 'voted' | 'raced' }

/**
 * Opens a poll and gives its codes, this once: what is stored are their digests, in the order of
 * the digests, which says nothing of the order on paper. Slips that nobody used yet may be made
 * anew; the old ones end with it. So may those of a poll whose key is lost.
 */
export async function openPoll(deps: BallotDeps, opening: Opening): Promise<Opened> {
  const codes = Array.from({ length: opening.slips }, newSlipCode)
  const poll = randomUUID()
  await deps.ballotKeys.make(poll)
  const done = await replaced(deps, opening, { poll, codes }).catch(async (error: unknown) => {
    await deps.ballotKeys.end(poll)
    if (codeOf(error) === '23505') return { ok: false, why: 'raced' } as const
    throw error
  })
  if (!done.ok) {
    await deps.ballotKeys.end(poll)
    return done
  }
  if (done.before !== undefined) await deps.ballotKeys.end(done.before)
  return { ok: true, codes }
}

type Fresh = { readonly poll: string; readonly codes: readonly string[] }
type Replaced =
  | { readonly ok: true; readonly before: string | undefined }
  | { readonly ok: false; readonly why: 'closed' | 'voted' }

function replaced(deps: BallotDeps, opening: Opening, { poll, codes }: Fresh): Promise<Replaced> {
  const { city, record, lines } = opening
  const digests = codes
    .map((code) => slipDigest(deps.keys, readSlipCode(code) ?? ''))
    .toSorted((a, b) => a.compare(b))
  return deps.db.read.transaction().execute(async (write): Promise<Replaced> => {
    const before = await pollOf(write, { city, record, lock: true })
    if (before?.isClosed === true) return { ok: false, why: 'closed' }
    if (before !== undefined) {
      const isReadable = (await deps.ballotKeys.of(before.id)) !== undefined
      // Whoever is casting is waited for here: what they cast is seen below.
      await sql`select from ballot_slip where city = ${city} and poll = ${before.id}
        for update`.execute(write)
      if (isReadable && (await castSoFar(write, city, before.id)) > 0)
        return { ok: false, why: 'voted' }
      for (const table of ['ballot_slip', 'ballot_cast'] as const)
        await write
          .deleteFrom(table)
          .where('city', '=', city)
          .where('poll', '=', before.id)
          .execute()
      await write
        .deleteFrom('ballot_poll')
        .where('city', '=', city)
        .where('id', '=', before.id)
        .execute()
    }
    await write
      .insertInto('ballot_poll')
      .values({
        city,
        id: poll,
        record_id: record,
        lines: JSON.stringify(lines),
        made: codes.length,
        handed: null,
        cast: null,
        closed_on: null,
        totals: null,
      })
      .execute()
    await sql`insert into ballot_slip(city, digest, poll)
      select ${city}::int, digest, ${poll}::uuid from unnest(${digests}::bytea[]) as digest`.execute(
      write,
    )
    return { ok: true, before: before?.id }
  })
}
