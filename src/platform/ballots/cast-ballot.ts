import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { BallotLine } from '../../kernel/ballot.ts'
import { marksOf } from '../../kernel/ballot-count.ts'
import { seal } from '../crypto/seal.ts'
import { reached } from '../store/faults.ts'
import { type BallotDeps, ballotPlace, listIn, slipDigest } from './poll.ts'

export type Sheet = {
  readonly poll: string
  readonly record: string
  readonly title: string
  readonly label: string
  readonly lines: readonly BallotLine[]
  readonly opens: readonly string[]
}

/** What a slip opens. One that was used, ended with its poll or never was opens nothing, and
 *  nobody is told which. */
export async function sheetOf(
  deps: BallotDeps,
  city: number,
  code: string,
): Promise<Sheet | undefined> {
  const digest = slipDigest(deps.keys, code)
  const row = await reached(() =>
    deps.db.read
      .selectFrom('ballot_slip as s')
      .innerJoin('ballot_poll as p', (join) =>
        join.onRef('p.city', '=', 's.city').onRef('p.id', '=', 's.poll'),
      )
      .innerJoin('record as r', (join) =>
        join.onRef('r.city', '=', 'p.city').onRef('r.id', '=', 'p.record_id'),
      )
      .select(['p.id', 'p.lines', 'r.id as record', 'r.kind', 'r.state', 'r.title'])
      .where('s.city', '=', city)
      .where('s.digest', '=', digest)
      .executeTakeFirst(),
  )
  if (row === undefined) return undefined
  const shape = deps.registry.get(row.kind)?.ballot
  if (shape === undefined || !shape.opens.includes(row.state)) return undefined
  return {
    poll: row.id,
    record: row.record,
    title: row.title,
    label: shape.label,
    lines: listIn<BallotLine>(row.lines),
    opens: shape.opens,
  }
}

export type Cast = 'cast' | 'gone' | 'incomplete' | 'keyless'

/**
 * Casts a ballot. The slip goes and the ballot comes in one statement, so that whatever breaks off
 * leaves both as they were or both done, and of two at once one is told that the slip is gone. The
 * ballot's length says nothing: it has one sign for each line.
 */
export async function castBallot(
  deps: BallotDeps,
  city: number,
  { code, answers }: { readonly code: string; readonly answers: Readonly<Record<string, unknown>> },
): Promise<Cast> {
  const sheet = await sheetOf(deps, city, code)
  if (sheet === undefined) return 'gone'
  const marks = marksOf(sheet.lines, answers)
  if (marks === undefined) return 'incomplete'
  const key = await deps.ballotKeys.of(sheet.poll)
  if (key === undefined) return 'keyless'
  const sealed = seal(key, ballotPlace(sheet.poll), marks.join(''))
  const { rows } = await reached(() =>
    sql<{ id: string }>`with used as (
        delete from ballot_slip
        where city = ${city} and digest = ${slipDigest(deps.keys, code)} and poll = ${sheet.poll}
          and exists (select 1 from record r where r.city = ${city} and r.id = ${sheet.record}
            and r.state = any(${sheet.opens}::text[]))
        returning city, poll)
      insert into ballot_cast(city, poll, id, sealed)
      select city, poll, ${randomUUID()}::uuid, ${sealed} from used
      returning id`.execute(deps.db.read),
  )
  return rows.length === 1 ? 'cast' : 'gone'
}
