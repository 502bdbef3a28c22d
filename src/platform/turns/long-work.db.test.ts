import { expect, test } from 'vitest'
import type pg from 'pg'
import { withClient } from '../store/database.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { takeTurn, type Work } from './take-turn.ts'
import { city, other, testTurns } from './testing.ts'
import { turnConnection, usualLimits } from './turn-connection.ts'
import type { Round, Working } from './working.ts'

const { base, began } = testTurns()
const soon = { timeout: 6_000, interval: 20 }
const said: string[] = []

function working(work: Work, round: (round: Round) => Promise<unknown>): Working {
  return {
    work,
    cities: () => [city],
    say: (line) => said.push(line),
    brokeOff: `${work} 暂停`,
    everyMs: () => 20,
    round: (at) => round(at).then(() => undefined),
  }
}

function start(works: readonly [Working, ...Working[]], limits = usualLimits): void {
  said.length = 0
  began.push(oneAtATime(base().db, works, limits))
}

const cut = (pid: number) =>
  withClient(base().url, (client) => client.query('select pg_terminate_backend($1::int)', [pid]))

function pidOf(client: pg.Client): number {
  return 'processID' in client ? Number(client.processID) : 0
}

test('a long round of one work holds no other back, though its connection is lost meanwhile', async () => {
  let [ticks, pid, long] = [0, 0, 0]
  let release = () => {}
  const released = new Promise<void>((done) => {
    release = done
  })
  start([
    working('clocks', async ({ client }) => {
      ticks += 1
      pid = pidOf(client)
    }),
    working('clearing', async () => {
      long += 1
      await released
    }),
  ])
  await expect.poll(() => ticks > 20 && long === 1, soon).toBe(true)
  await cut(pid)
  const gone = pid
  await expect.poll(() => pid, { timeout: 2_000, interval: 20 }).not.toBe(gone)
  const before = ticks
  await expect.poll(() => ticks, soon).toBeGreaterThan(before + 20)
  expect(long, 'what still works is not begun a second time').toBe(1)
  release()
  await expect.poll(() => long, soon).toBeGreaterThan(1)
})

test('a work that fails leaves its turn to others and takes no other work along', async () => {
  let [ticks, tries, heir] = [0, 0, 0]
  const pids = new Set<number>()
  start([
    working('clocks', async ({ client }) => {
      ticks += 1
      pids.add(pidOf(client))
    }),
    working('clearing', () => {
      tries += 1
      return Promise.reject(new Error('no room here'))
    }),
  ])
  await expect.poll(() => ticks > 5 && tries > 0, soon).toBe(true)
  began.push(
    oneAtATime(base().db, [
      working('clearing', async () => {
        heir += 1
      }),
    ]),
  )
  await expect.poll(() => heir, soon).toBeGreaterThan(5)
  expect(said).toEqual(['clearing 暂停：Error no room here'])
  expect(pids.size).toBe(1)
})

test('a statement may take longer than a silent server is waited for, and is not begun again', async () => {
  let [begun, ended] = [0, 0]
  start(
    [
      working('folding', async ({ client }) => {
        begun += 1
        await client.query(`select pg_sleep(${begun === 1 ? 4 : 0})`)
        ended += 1
      }),
    ],
    { ...usualLimits, unheardMs: 900 },
  )
  await expect.poll(() => ended, { timeout: 10_000, interval: 20 }).toBe(1)
  expect([begun, said]).toEqual([1, []])
})

test('a statement without an end is ended, told of in words, and not repeated at full speed', async () => {
  const begun: number[] = []
  let ticks = 0
  const stuck = working('folding', async ({ city: own, client }) => {
    if (own === other) {
      ticks += 1
      return
    }
    begun.push(performance.now())
    await client.query('select pg_sleep(30)')
  })
  start([{ ...stuck, cities: () => [city, other] }], { ...usualLimits, longestMs: 1_500 })
  await expect.poll(() => begun.length, { timeout: 8_000, interval: 20 }).toBe(2)
  const [first = 0, second = 0] = begun
  expect(second - first, 'rests as long as it took in vain').toBeGreaterThan(2_900)
  expect(said).toEqual([
    'folding 暂停：一条数据库语句太久没有做完，已经停下；数据库可能太忙，或者有别的操作占着数据',
  ])
  expect(ticks, 'the work of another city goes on').toBeGreaterThan(30)
})

test('who is killed in the middle of a long statement is followed within five seconds', async () => {
  let ticks = 0
  await withClient(base().url, async (client) => {
    await turnConnection(client, usualLimits)
    expect(await takeTurn(client, 'clocks', city)).toBe(true)
    client.query('select pg_sleep(60)').catch(() => undefined)
    const clocks = working('clocks', async () => {
      ticks += 1
    })
    start([clocks])
    await new Promise((done) => setTimeout(done, 1_000))
    expect(ticks).toBe(0)
    client.connection.stream.destroy()
    await expect.poll(() => ticks, { timeout: 5_000, interval: 20 }).toBeGreaterThan(0)
  })
})
