import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import pg from 'pg'
import { type Caller, type RunningCity, startRunningCity } from './testing/running-city.ts'

let city: RunningCity
let busy: Caller
let other: Caller
/** Holds back whatever looks for words, as a city with very many records would. */
let holding: pg.Client

beforeAll(async () => {
  city = await startRunningCity()
  busy = await city.as('zuoxi')
  other = await city.as('wuhua')
  holding = new pg.Client(city.databaseUrl)
  await holding.connect()
}, 120_000)
afterAll(async () => {
  await holding.end()
  await city.stop()
})

const words = '/api/records/resident-appeal?q=路灯不亮'

it('many slow lists of one person keep nobody’s page waiting', async () => {
  await holding.query('begin')
  await holding.query('lock table search in access exclusive mode')
  const slow = Promise.all(Array.from({ length: 10 }, () => busy.get(words)))
  await expect.poll(heldBack, { timeout: 5_000 }).toBe(2)
  const began = performance.now()
  const quick = await Promise.all([
    other.get('/api/todos'),
    other.get('/api/records/resident-appeal'),
    other.get('/api/records/resident-appeal?state=registered&sort=opened'),
    other.get('/api/notices'),
    other.get('/api/indicators?values=1'),
    busy.get('/api/todos'),
  ])
  const tookMs = performance.now() - began
  expect(quick.map(({ status }) => status)).toEqual(quick.map(() => 200))
  expect(await heldBack(), 'the slow ones still wait').toBe(2)
  await holding.query('rollback')
  expect(tookMs, 'less than anybody waits for a connection').toBeLessThan(5_000)
  expect((await slow).map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200))
})

it('the server ends a read before its asker is told that nobody answers', async () => {
  const { rows } = await sql<{ statement_timeout: string }>`show statement_timeout`.execute(
    city.platform.deps.db.read,
  )
  expect(rows).toEqual([{ statement_timeout: '14s' }])
})

async function heldBack(): Promise<number> {
  const { rows } = await holding.query<{ n: number }>(
    `select count(*)::int as n from pg_locks where not granted and relation = 'search'::regclass`,
  )
  return rows[0]?.n ?? 0
}
