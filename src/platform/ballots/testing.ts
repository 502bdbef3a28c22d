import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Values } from '../../kernel/field.ts'
import { ballotLines } from '../../kernel/ballot.ts'
import { ask } from '../asking/ask.ts'
import { prepare } from '../asking/prepare.ts'
import { askDue } from '../clockwork/due.ts'
import { newId } from '../numbers/ids.ts'
import { recheck } from '../recheck/recheck.ts'
import type { Database } from '../store/database.ts'
import { loadRecord } from '../store/load.ts'
import { testAsking } from '../testing/asking.ts'
import { voting } from '../testing/vote.ts'
import { city, department, desk, otherDepartment, place, postIn } from '../testing/world.ts'
import { castBallot } from './cast-ballot.ts'
import { closePoll } from './close-poll.ts'
import { openPoll } from './open-poll.ts'
import { pollKeys } from './poll-keys.ts'
import { readSlipCode } from './slip-code.ts'

/** Meetings with votes on a database of a test. */
export async function testVotes(db: Database, given?: string) {
  const folder = given ?? (await mkdtemp(join(tmpdir(), 'tongxin-votes-')))
  const { deps: asking, clock } = testAsking(db, `V${process.hrtime.bigint()}`)
  const registry = new Map([...asking.registry, [voting.name, voting]])
  const deps = { ...asking, registry, ballotKeys: pollKeys(folder) }

  const asks = async (command: string, raw: Values, record?: string) => {
    const fields = record === undefined ? (voting.starts[command]?.input ?? {}) : {}
    const own = { id: newId(), city, kind: voting.name, command, at: clock.now, place, record }
    const prepared = prepare(fields, raw, deps)
    const done = await ask(deps, { ...own, actor: { by: 'post', post: postIn(desk) }, prepared })
    if (!done.ok) throw new Error(`${command} was refused: ${done.refused}`)
    return done.record
  }
  return {
    deps,
    clock,
    folder,
    asks,
    /** A meeting of two reporters, in the middle of its vote. */
    meeting: (voters: number) =>
      asks('call', {
        title: '述职评议会',
        host: desk,
        voters,
        until: '2026-03-20',
        reporters: [department, otherDepartment],
      }),
    open: async (record: string) => {
      const loaded = await loadRecord(db, city, record)
      const lines =
        loaded === undefined || voting.ballot === undefined
          ? []
          : ballotLines(voting.ballot, loaded.record, String)
      const slips = Number(loaded?.record.fields['voters'])
      return openPoll(deps, { city, record, lines, slips })
    },
    cast: (code: string, grade: string, meeting = grade) =>
      castBallot(deps, city, {
        code: readSlipCode(code) ?? '',
        answers: {
          [`report:${department}`]: grade,
          [`report:${otherDepartment}`]: 'grade-fair',
          meeting,
        },
      }),
    close: (record: string, handed: number) =>
      closePoll(deps, { city, kind: voting, record, handed, at: clock.now }),
    tell: () => askDue(deps, city, () => undefined),
    recheck: () => recheck({ ...deps, db }, city, { say: () => undefined }),
  }
}

export type TestVotes = Awaited<ReturnType<typeof testVotes>>
