import { randomInt, randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { type BallotLine, type BallotTotal, tallyInput } from '../../kernel/ballot.ts'
import { type BallotMarks, totalsOf } from '../../kernel/ballot-count.ts'
import type { Kind } from '../../kernel/kind.ts'
import { dayOf, type Instant } from '../../kernel/time.ts'
import { unseal } from '../crypto/seal.ts'
import { canonicalJson } from '../store/chain.ts'
import { effectName } from '../store/commit-children.ts'
import { codeOf } from '../store/faults.ts'
import type { Tables } from '../store/tables.ts'
import { momentOf } from '../store/value-types.ts'
import { type BallotDeps, ballotPlace, type Poll, pollOf } from './poll.ts'

type Closing = {
  readonly city: number
  readonly kind: Kind
  readonly record: string
  /** How many slips were drawn from the box; who drew one is known to nobody. */
  readonly handed: number
  readonly at: Instant
}

export type Closed =
  | { readonly ok: true }
  | { readonly ok: false; readonly why: 'absent' | 'closed' | 'keyless' | 'tooMany' | 'tooFew' }

/**
 * Counts a poll and ends it. In one transaction the slips and sealed ballots go, the choices are
 * written anew in an order of dice, each line apart, and the record is sent its totals; then the
 * poll's key ends, and with it all that older copies and the log of changes hold.
 */
export async function closePoll(deps: BallotDeps, closing: Closing): Promise<Closed> {
  const done = await deps.db.read
    .transaction()
    .execute((write) => counted(deps, write, closing))
    .catch((error: unknown) => {
      if (error instanceof NotClosed) return { ok: false, why: error.why } as const
      throw error
    })
  if (!done.ok) return done
  await deps.ballotKeys.end(done.poll)
  await cleared(deps)
  return { ok: true }
}

/** Ends the keys of polls that a crash let outlive their count. */
export async function endLeftKeys(deps: BallotDeps, city: number): Promise<void> {
  const known = await deps.ballotKeys.known()
  if (known.length === 0) return
  const { rows } = await sql<{ id: string }>`select id from ballot_poll
    where city = ${city} and id::text = any(${known}::text[]) and closed_on is not null`.execute(
    deps.db.read,
  )
  for (const { id } of rows) await deps.ballotKeys.end(id)
  if (rows.length > 0) await cleared(deps)
}

class NotClosed extends Error {
  readonly why: Extract<Closed, { ok: false }>['why']

  constructor(why: Extract<Closed, { ok: false }>['why']) {
    super(why)
    this.why = why
  }
}

async function counted(
  deps: BallotDeps,
  write: Kysely<Tables>,
  closing: Closing,
): Promise<{ readonly ok: true; readonly poll: string }> {
  const { city, record, handed } = closing
  const poll = await pollOf(write, { city, record, lock: true })
  if (poll === undefined) throw new NotClosed('absent')
  if (poll.isClosed) throw new NotClosed('closed')
  if (handed > poll.made) throw new NotClosed('tooMany')
  // First the slips: whoever is casting is waited for, and what they cast is read after.
  await emptied(write, 'ballot_slip', { city, poll })
  const ballots = await openedBallots(deps, write, { city, poll })
  if (ballots.length > handed) throw new NotClosed('tooFew')
  await emptied(write, 'ballot_cast', { city, poll })
  await writeShuffled(write, { city, poll }, ballots)
  const totals = totalsOf(poll.lines, ballots)
  await write
    .updateTable('ballot_poll')
    .set({
      handed,
      cast: ballots.length,
      closed_on: dayOf(closing.at),
      totals: JSON.stringify(totals),
    })
    .where('city', '=', city)
    .where('id', '=', poll.id)
    .execute()
  await sendTally(write, closing, { totals, cast: ballots.length })
  return { ok: true, poll: poll.id }
}

type Of = { readonly city: number; readonly poll: Poll }

async function emptied(
  write: Kysely<Tables>,
  table: 'ballot_slip' | 'ballot_cast',
  { city, poll }: Of,
): Promise<void> {
  await write.deleteFrom(table).where('city', '=', city).where('poll', '=', poll.id).execute()
}

async function openedBallots(
  deps: BallotDeps,
  write: Kysely<Tables>,
  { city, poll }: Of,
): Promise<readonly BallotMarks[]> {
  const rows = await write
    .selectFrom('ballot_cast')
    .select('sealed')
    .where('city', '=', city)
    .where('poll', '=', poll.id)
    .execute()
  const key = await deps.ballotKeys.of(poll.id)
  if (key === undefined) throw new NotClosed('keyless')
  return rows.map(({ sealed }) => [...unseal(key, ballotPlace(poll.id), sealed)].map(Number))
}

async function writeShuffled(
  write: Kysely<Tables>,
  { city, poll }: Of,
  ballots: readonly BallotMarks[],
): Promise<void> {
  const rows = shuffled(ballots.flatMap((marks) => choicesOf(poll.lines, marks)))
  await sql`insert into ballot(city, poll, id, line, choice)
    select ${city}::int, ${poll.id}::uuid, id, line, choice
    from unnest(${rows.map(() => randomUUID())}::uuid[], ${rows.map(({ line }) => line)}::text[],
      ${rows.map(({ choice }) => choice)}::text[]) as own(id, line, choice)`.execute(write)
}

type Choice = { readonly line: string; readonly choice: string }

function choicesOf(lines: readonly BallotLine[], marks: BallotMarks): readonly Choice[] {
  return lines.flatMap(({ key, choices }, at) => {
    const chosen = choices[marks[at] ?? -1]
    return chosen === undefined ? [] : [{ line: key, choice: chosen.value }]
  })
}

/** Fisher and Yates, with dice that nobody can throw again. */
function shuffled<T>(all: readonly T[]): readonly T[] {
  const left = [...all]
  return all.flatMap(() => left.splice(randomInt(left.length), 1))
}

/** The record's one event: sent as every effect is, so that it comes once whatever breaks off. */
async function sendTally(
  write: Kysely<Tables>,
  { city, kind, record, handed, at }: Closing,
  { totals, cast }: { readonly totals: readonly BallotTotal[]; readonly cast: number },
): Promise<void> {
  const command = kind.ballot?.tally ?? ''
  const id = randomUUID()
  const input = tallyInput(totals, { cast, handed })
  await write
    .insertInto('clock')
    .values({
      city,
      record_id: record,
      name: effectName(id),
      role: '',
      party: 0,
      asks: command,
      due_at: momentOf(at),
      effect_id: id,
      body: canonicalJson({ of: record, kind: kind.name, command, input }),
      refused: null,
    })
    .execute()
}

/** Rows that were deleted leave the disk: the tables are written anew, or, where somebody reads
 *  them for long, at least swept. */
async function cleared({ db }: BallotDeps): Promise<void> {
  await db.bulk(async (client) => {
    for (const table of ['ballot_slip', 'ballot_cast']) {
      await client.query(`set lock_timeout = '3s'`)
      await client.query(`vacuum (full) ${table}`).catch(async (error: unknown) => {
        if (codeOf(error) !== '55P03') throw error
        await client.query(`vacuum ${table}`)
      })
    }
  })
}
