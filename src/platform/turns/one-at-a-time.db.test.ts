import { expect, test } from 'vitest'
import type pg from 'pg'
import { type Database, withClient } from '../store/database.ts'
import { type OneAtATime, oneAtATime } from './one-at-a-time.ts'
import { takeTurn } from './take-turn.ts'
import { city, other, testTurns } from './testing.ts'

const { base, began } = testTurns()

type Worker = {
  readonly rounds: { city: number; at: number }[]
  readonly said: string[]
  readonly works: OneAtATime
  /** The process behind its connection, while it has a turn. */
  pid(): number
  fail(error: Error | undefined): void
}

function worker(
  db: Pick<Database, 'bulk'> = base().db,
  cities: readonly number[] = [city],
): Worker {
  const rounds: { city: number; at: number }[] = []
  const said: string[] = []
  let holder: pg.Client | undefined
  let failure: Error | undefined
  const works = oneAtATime(db, [
    {
      work: 'clocks',
      cities: () => cities,
      say: (line) => said.push(line),
      brokeOff: '暂停',
      everyMs: () => 20,
      round({ city: own, client }) {
        if (failure !== undefined) return Promise.reject(failure)
        holder = client
        rounds.push({ city: own, at: performance.now() })
        return Promise.resolve(undefined)
      },
    },
  ])
  began.push(works)
  const pid = () => (holder !== undefined && 'processID' in holder ? Number(holder.processID) : 0)
  return { rounds, said, works, pid, fail: (error) => (failure = error) }
}

const soon = { timeout: 6_000 }
const works = ({ rounds }: Worker) => expect.poll(() => rounds.length, soon).toBeGreaterThan(2)

test('of two that want the same work one has the turn, and the other takes it when that one stops', async () => {
  const first = worker()
  await works(first)
  const second = worker()
  const before = first.rounds.length
  await expect.poll(() => first.rounds.length, soon).toBeGreaterThan(before + 20)
  expect(second.rounds).toEqual([])
  await first.works.stop()
  const stopped = first.rounds.length
  await works(second)
  expect(first.rounds.length).toBe(stopped)
})

test('the work of one city does not hold up that of another', async () => {
  const first = worker()
  await works(first)
  const second = worker(base().db, [city, other])
  await works(second)
  expect(new Set(second.rounds.map((round) => round.city))).toEqual(new Set([other]))
})

test('whose connection is cut loses the turn, says so, and stands by from then on', async () => {
  const first = worker()
  await works(first)
  const second = worker()
  await expect.poll(waiting, soon).toBe(true)
  await withClient(base().url, (client) =>
    client.query('select pg_terminate_backend($1::int)', [first.pid()]),
  )
  await works(second)
  const cut = performance.now()
  await expect.poll(() => first.said, soon).toHaveLength(1)
  await expect.poll(() => second.rounds.at(-1)?.at ?? 0, soon).toBeGreaterThan(cut + 700)
  expect(first.rounds.filter(({ at }) => at > cut)).toEqual([])
})

test('whose rounds fail lets another try', async () => {
  const first = worker()
  await works(first)
  const second = worker()
  first.fail(new Error('no room here'))
  await works(second)
  expect(first.said).toEqual(['暂停：Error no room here'])
})

test('who is silent though the line stands is put out, and what it had begun is undone', async () => {
  await withClient(base().url, async (client) => {
    client.on('error', () => undefined)
    expect(await takeTurn(client, 'clocks', city)).toBe(true)
    await client.query('begin')
    await client.query(`insert into setting(city, name, version, valid_from, value, at)
      values (${city}, 'half done', '1', now(), '{}', now())`)
    const second = worker()
    await works(second)
    await expect(client.query('commit')).rejects.toThrow(/terminat|closed|queryable/i)
  })
  const { rows } = await withClient(base().url, (client) =>
    client.query(`select 1 from setting where name = 'half done'`),
  )
  expect(rows).toEqual([])
})

test('who works long on one statement is not taken for silent', async () => {
  await withClient(base().url, async (client) => {
    expect(await takeTurn(client, 'clocks', city)).toBe(true)
    const long = client.query('select pg_sleep(3.5)')
    const second = worker()
    await long
    expect(second.rounds).toEqual([])
  })
})

/** Whether somebody has looked for a turn in vain. */
async function waiting(): Promise<boolean> {
  const { rows } = await withClient(base().url, (client) =>
    client.query(`select 1 from pg_stat_activity where query like '%pg_terminate_backend(a.pid%'
      and pid <> pg_backend_pid()`),
  )
  return rows.length > 0
}
