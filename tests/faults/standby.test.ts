import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ServerPair, startServerPair } from '../../bench/product/server-pair.ts'
import { type Database, openDatabase, withClient } from '../../src/platform/store/database.ts'

let servers: ServerPair
let db: Database

beforeAll(async () => {
  servers = await startServerPair((url) => run(url, 'create table said(word text)'))
  db = openDatabase(servers.primary.url, { readUrl: servers.standby.url, readLimitMs: 1_500 })
})
afterAll(async () => {
  await db.close()
  await servers.stop()
})

const soon = { timeout: 10_000, interval: 50 }
const named = 'select inet_server_port() as port'

test('what may be old is read from the standby, and how old is known', async () => {
  await expect.poll(() => isReadFar(), soon).toBe(true)
  const before = Date.now()
  await run(servers.primary.url, `insert into said values ('一')`)
  const asked = Date.now()
  await expect.poll(() => db.standby?.asOf() ?? 0, soon).toBeGreaterThan(asked)
  expect(await words()).toEqual(['一'])
  expect(db.standby?.lagMs()).toBeLessThan(Date.now() - before)
})

test('a standby that falls behind is not read until it has caught up', async () => {
  await run(servers.standby.url, 'select pg_wal_replay_pause()')
  await run(servers.primary.url, `insert into said values ('二')`)
  await expect.poll(() => isReadFar(), soon).toBe(false)
  expect(db.standby?.lagMs()).toBeGreaterThan(1_500)
  expect(await words()).toEqual(['一', '二'])
  await run(servers.standby.url, 'select pg_wal_replay_resume()')
  await expect.poll(() => isReadFar(), soon).toBe(true)
  expect(await words()).toEqual(['一', '二'])
})

test('a city in which nothing happens does not fall behind', async () => {
  await new Promise((resolve) => setTimeout(resolve, 2_500))
  expect(await isReadFar()).toBe(true)
})

test('while the standby is away everything is read from the primary', async () => {
  await servers.standby.kill()
  await expect.poll(() => isReadFar().catch(() => true), soon).toBe(false)
  expect(db.standby?.asOf()).toBeUndefined()
  expect(await words()).toEqual(['一', '二'])
  await servers.standby.start()
  await expect.poll(() => isReadFar(), soon).toBe(true)
})

test('without a standby the primary is read, and nothing is said of age', async () => {
  const alone = openDatabase(servers.primary.url)
  const { rows } = await sql<{ far: boolean }>`select pg_is_in_recovery() as far`.execute(alone.far)
  expect(rows).toEqual([{ far: false }])
  expect(alone.standby).toBeUndefined()
  await alone.close()
})

async function isReadFar(): Promise<boolean | undefined> {
  const { rows } = await sql<{ far: boolean }>`select pg_is_in_recovery() as far`.execute(db.far)
  return rows[0]?.far
}

async function words(): Promise<readonly string[]> {
  const { rows } = await sql<{ word: string }>`select word from said order by word`.execute(db.far)
  return rows.map(({ word }) => word)
}

async function run(url: string, text: string): Promise<void> {
  await withClient(url, (client) => client.query(text))
}

test('when the standby is promoted everything goes there, also what still hears the old primary', async () => {
  const moving = openDatabase(servers.both)
  const port = sql<{ port: number }>`select inet_server_port() as port`
  const quick = () => moving.quick.run({ name: 'port', text: named, values: [] })
  expect((await port.execute(moving.read)).rows).toEqual([{ port: servers.primary.port }])
  expect(await quick()).toEqual([{ port: servers.primary.port }])
  const long = moving.bulk((client) => client.query('select pg_sleep(60)'))
  const promoted = run(servers.standby.url, 'select pg_promote()')
  await expect(long).rejects.toThrow(/terminated/i)
  await promoted
  const there = [{ port: servers.standby.port }]
  await expect.poll(async () => (await port.execute(moving.read)).rows, soon).toEqual(there)
  await expect.poll(() => quick().catch(() => []), soon).toEqual(there)
  expect(await moving.bulk(async (client) => (await client.query(named)).rows)).toEqual(there)
  await moving.close()
})
