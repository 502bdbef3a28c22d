import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { dayMs } from '../../kernel/time.ts'
import { problemsIn } from '../../kernel/sound.ts'
import { findings } from '../evidence/testing.ts'
import { eraseByDate } from '../retention/daily.ts'
import { withClient } from '../store/database.ts'
import { loadEvents } from '../store/events.ts'
import { loadRecord } from '../store/load.ts'
import { startTestDatabase, type TestDatabase } from '../testing/database.ts'
import { voting } from '../testing/vote.ts'
import { city, department } from '../testing/world.ts'
import { sheetOf } from './cast-ballot.ts'
import { endLeftKeys } from './close-poll.ts'
import { readSlipCode } from './slip-code.ts'
import { type TestVotes, testVotes } from './testing.ts'

let base: TestDatabase
let votes: TestVotes

beforeAll(async () => {
  base = await startTestDatabase()
  votes = await testVotes(base.db)
}, 60_000)
afterAll(async () => {
  await base.stop()
  await rm(votes.folder, { recursive: true, force: true })
})

async function opened(voters: number) {
  const meeting = await votes.meeting(voters)
  const done = await votes.open(meeting.id)
  if (!done.ok) throw new Error(done.why)
  return { meeting, codes: done.codes }
}

async function rowsOf(table: string): Promise<number> {
  return withClient(base.url, async (client) => {
    const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${table}`)
    return rows[0]?.n ?? 0
  })
}

async function eventsOf(record: string) {
  const loaded = await loadRecord(base.db, city, record)
  return loadEvents(votes.deps, { city, record, upTo: loaded?.record.version ?? 0 })
}

test('the kind that votes is sound', () => {
  expect(problemsIn(voting)).toEqual([])
})

describe('a slip', () => {
  test('is one of as many as there are voters, and only its digest is kept', async () => {
    const { codes } = await opened(12)
    expect(new Set(codes).size).toBe(12)
    const kept = await withClient(base.url, (client) =>
      client.query('select row_to_json(s)::text as row from ballot_slip s'),
    )
    const text = JSON.stringify(kept.rows)
    for (const code of codes) expect(text).not.toContain(readSlipCode(code))
  })

  test('counts once: a second time, and one nobody made, get the same answer', async () => {
    const { codes } = await opened(6)
    const [code = ''] = codes
    expect(await votes.cast(code, 'grade-poor')).toBe('cast')
    expect(await votes.cast(code, 'grade-excellent')).toBe('gone')
    expect(await votes.cast('AAA-AAA-AAA-AAA-AAA-AAA', 'grade-excellent')).toBe('gone')
    expect(await sheetOf(votes.deps, city, readSlipCode(code) ?? '')).toBeUndefined()
  })

  test('used by two at once counts for one of them', async () => {
    const { codes } = await opened(6)
    const before = await rowsOf('ballot_cast')
    const [code = ''] = codes
    const both = await Promise.all(Array.from({ length: 8 }, () => votes.cast(code, 'grade-fair')))
    expect(both.toSorted()).toEqual(['cast', ...Array.from({ length: 7 }, () => 'gone')])
    expect(await rowsOf('ballot_cast')).toBe(before + 1)
  })

  test('is not spent by a sheet that is not filled in', async () => {
    const { codes } = await opened(6)
    const [code = ''] = codes
    expect(await votes.cast(code, 'grade-unheard-of')).toBe('incomplete')
    expect(await votes.cast(code, 'grade-fair')).toBe('cast')
  })

  test('is worth nothing when voting is over, whether counted or left', async () => {
    const counted = await opened(6)
    const left = await opened(6)
    expect(await votes.close(counted.meeting.id, 6)).toEqual({ ok: true })
    await votes.asks('leave', {}, left.meeting.id)
    expect(await votes.cast(counted.codes[0] ?? '', 'grade-fair')).toBe('gone')
    expect(await votes.cast(left.codes[0] ?? '', 'grade-fair')).toBe('gone')
  })

  test('and its ballot go together: a cast that breaks off leaves the slip good', async () => {
    const { codes } = await opened(6)
    const [code = ''] = codes
    await withClient(base.url, async (client) => {
      await client.query(
        'alter table ballot_cast add constraint breaks_off check (false) not valid',
      )
      await expect(votes.cast(code, 'grade-fair')).rejects.toThrow('breaks_off')
      await client.query('alter table ballot_cast drop constraint breaks_off')
    })
    expect(await votes.cast(code, 'grade-fair')).toBe('cast')
  })
})

describe('a server that is killed under a vote', () => {
  test('leaves the slip good, for nothing was counted', async () => {
    const { codes } = await opened(6)
    const [code = ''] = codes
    await withClient(base.url, async (client) => {
      await client.query('begin')
      await client.query('select from ballot_slip for update')
      const casting = votes.cast(code, 'grade-fair').catch(() => 'broken off')
      const waiting = `select pg_terminate_backend(pid) from pg_stat_activity
        where wait_event_type = 'Lock' and datname = current_database()`
      await expect
        .poll(async () => (await client.query(waiting)).rowCount, { timeout: 10_000 })
        .toBe(1)
      expect(await casting).toBe('broken off')
      await client.query('rollback')
    })
    expect(await votes.cast(code, 'grade-fair')).toBe('cast')
    expect(await votes.cast(code, 'grade-fair')).toBe('gone')
  })
})

describe('slips made anew', () => {
  test('end the old ones while nobody has voted, and are refused after', async () => {
    const { meeting, codes } = await opened(6)
    const again = await votes.open(meeting.id)
    if (!again.ok) throw new Error(again.why)
    expect(await votes.cast(codes[0] ?? '', 'grade-fair')).toBe('gone')
    expect(await votes.cast(again.codes[0] ?? '', 'grade-fair')).toBe('cast')
    expect(await votes.open(meeting.id)).toEqual({ ok: false, why: 'voted' })
  })

  test('are all that helps where the key of a poll is lost', async () => {
    const { meeting, codes } = await opened(6)
    await votes.cast(codes[0] ?? '', 'grade-fair')
    const poll = await sheetOf(votes.deps, city, readSlipCode(codes[1] ?? '') ?? '')
    await rm(join(votes.folder, `${poll?.poll}.key`))
    expect(await votes.cast(codes[1] ?? '', 'grade-fair')).toBe('keyless')
    expect(await votes.close(meeting.id, 6)).toEqual({ ok: false, why: 'keyless' })
    expect((await votes.open(meeting.id)).ok).toBe(true)
  })

  test('by two at once leave the slips of one', async () => {
    const meeting = await votes.meeting(6)
    const both = await Promise.all([votes.open(meeting.id), votes.open(meeting.id)])
    const good = await Promise.all(
      both.map(async (one) => one.ok && (await votes.cast(one.codes[0] ?? '', 'grade-fair'))),
    )
    expect(good.filter((one) => one === 'cast')).toHaveLength(1)
  })
})

describe('the count', () => {
  test('tells the record once, in totals, and is clean before recheck and verify', async () => {
    const { meeting, codes } = await opened(20)
    for (const [at, code] of codes.slice(0, 18).entries())
      await votes.cast(code, at < 12 ? 'grade-excellent' : at < 15 ? 'grade-fair' : 'grade-plain')
    expect(await eventsOf(meeting.id)).toHaveLength(1)
    expect(await votes.close(meeting.id, 19)).toEqual({ ok: true })
    expect(await votes.close(meeting.id, 19)).toEqual({ ok: false, why: 'closed' })
    await votes.tell()
    await votes.tell()
    const [, told, ...more] = await eventsOf(meeting.id)
    expect(more).toEqual([])
    expect(told?.input).toEqual({
      cast: 18,
      handed: 19,
      tally: [
        `report:${department}=grade-excellent=12`,
        `report:${department}=grade-fair+grade-plain=6`,
        `report:${department}=grade-poor=0`,
        'report:3=grade-excellent=0',
        'report:3=grade-fair=18',
        'report:3=grade-plain=0',
        'report:3=grade-poor=0',
        'meeting=grade-excellent=12',
        'meeting=grade-fair+grade-plain=6',
        'meeting=grade-poor=0',
      ],
    })
    const after = (await loadRecord(base.db, city, meeting.id))?.record
    expect(after?.state).toBe('counted')
    expect(after?.parties.find(({ unit }) => unit === department)?.fields['best']).toBe(12)
    expect(await votes.recheck()).toBe(0)
    expect(await findings(base.url)).toEqual([])
  })

  test('of fewer than five votes tells how many and nothing else', async () => {
    const { meeting, codes } = await opened(20)
    for (const code of codes.slice(0, 4)) await votes.cast(code, 'grade-poor')
    await votes.close(meeting.id, 20)
    await votes.tell()
    const events = await eventsOf(meeting.id)
    expect(events.at(-1)?.input).toEqual({ cast: 4, handed: 20, tally: [] })
  })

  test('is refused when more came back than went out, or went out than were made', async () => {
    const { meeting, codes } = await opened(6)
    for (const code of codes.slice(0, 5)) await votes.cast(code, 'grade-fair')
    expect(await votes.close(meeting.id, 4)).toEqual({ ok: false, why: 'tooFew' })
    expect(await votes.close(meeting.id, 7)).toEqual({ ok: false, why: 'tooMany' })
    expect(await votes.cast(codes[5] ?? '', 'grade-fair')).toBe('cast')
    expect(await votes.close(meeting.id, 6)).toEqual({ ok: true })
  })

  test('misses nobody who casts at that moment: all told cast are counted', async () => {
    const { meeting, codes } = await opened(30)
    const casting = codes.map((code) => votes.cast(code, 'grade-fair'))
    const closed = votes.close(meeting.id, 30)
    const cast = (await Promise.all(casting)).filter((one) => one === 'cast').length
    expect(await closed).toEqual({ ok: true })
    await votes.tell()
    const record = (await loadRecord(base.db, city, meeting.id))?.record
    expect(record?.fields['cast']).toBe(cast)
  })

  test('leaves no slip, no sealed ballot and no key, also when it broke off before the key', async () => {
    const { meeting, codes } = await opened(6)
    await votes.cast(codes[0] ?? '', 'grade-fair')
    const known = await votes.deps.ballotKeys.known()
    const kept = { ...votes.deps.ballotKeys, end: () => Promise.reject(new Error('killed')) }
    const killed = { ...votes.deps, ballotKeys: kept }
    const { closePoll } = await import('./close-poll.ts')
    const closing = { city, kind: voting, record: meeting.id, handed: 6, at: votes.clock.now }
    await expect(closePoll(killed, closing)).rejects.toThrow('killed')
    expect(await votes.deps.ballotKeys.known()).toEqual(known)
    await endLeftKeys(votes.deps, city)
    expect((await votes.deps.ballotKeys.known()).length).toBe(known.length - 1)
    expect(await votes.close(meeting.id, 6)).toEqual({ ok: false, why: 'closed' })
  })

  test('keeps choices for a recount until their day, and totals after', async () => {
    const { meeting, codes } = await opened(6)
    for (const code of codes) await votes.cast(code, 'grade-fair')
    await votes.close(meeting.id, 6)
    expect(await rowsOf('ballot')).toBeGreaterThanOrEqual(18)
    const daily = { ...votes.deps, files: votes.folder }
    await eraseByDate(daily, city, votes.clock.now + 29 * dayMs)
    expect(await rowsOf('ballot')).toBeGreaterThanOrEqual(18)
    await eraseByDate(daily, city, votes.clock.now + 32 * dayMs)
    expect(await rowsOf('ballot')).toBe(0)
    expect(await rowsOf('ballot_poll')).toBeGreaterThan(0)
  })
})
