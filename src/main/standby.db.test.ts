import { afterAll, beforeAll, expect, test } from 'vitest'
import { CITY_CODE } from './demo/city-code.ts'
import { openPlatform } from './wiring.ts'
import { startTestDatabase, type TestDatabase } from '../platform/testing/database.ts'
import { registered } from './testing/appeal-asks.ts'
import { type Caller, type RunningCity, startRunningCity } from './testing/running-city.ts'

/** A database in which nothing has happened stands for a standby that has come so far. */
let behind: TestDatabase
let city: RunningCity
let desk: Caller
let leader: Caller
let asOf: number | undefined

beforeAll(async () => {
  behind = await startTestDatabase()
  const standby = { asOf: () => asOf, lagMs: () => (asOf === undefined ? 40_000 : 900) }
  city = await startRunningCity((deps) => ({
    ...deps,
    db: { ...deps.db, far: behind.db.read, farNumbers: behind.db.numbers, standby },
  }))
  desk = await city.as('zuoxi')
  leader = await city.as('lingdao')
  await registered(desk)
}, 120_000)
afterAll(async () => {
  await city.stop()
  await behind.stop()
})

const moment = Date.UTC(2026, 7, 3, 6, 5, 9)
const list = '/api/records/resident-appeal'
const sheet = `/export?format=csv&reason=${encodeURIComponent('核对标准')}`

test('numbers and sheets from the standby say since when they may lack something', async () => {
  asOf = moment
  const { body } = await leader.get('/api/overview')
  expect(body.stock.open).toBe(0)
  expect(body.dataAsOf).toBe('2026-08-03T14:05:09.000+08:00')
  const { body: known } = await leader.get('/api/indicators')
  for (const path of ['/api/brief', '/api/indicators?values=1', `/api/indicators/${known[0].id}`])
    expect((await leader.get(path)).body, path).toMatchObject({ dataAsOf: body.dataAsOf })
  for (const path of ['/api/overview', '/api/indicators', list])
    expect((await leader.get(path + sheet)).body, path).toContain('数据截至 14:05:09')
})

test('what somebody just wrote is read where it was written', async () => {
  asOf = moment
  expect((await desk.get(list)).body.rows).toHaveLength(1)
  expect((await desk.get(list)).body).not.toHaveProperty('dataAsOf')
})

test('while the standby is too far behind, all is read from the primary and is exact', async () => {
  asOf = undefined
  const { body } = await leader.get('/api/overview')
  expect(body.stock.open).toBe(1)
  expect(body).not.toHaveProperty('dataAsOf')
  const { body: text } = await leader.get(list + sheet)
  expect(text).not.toContain('数据截至')
  expect(text).toContain('垃圾桶')
})

test('whoever looks after the platform hears of the standby, and it stops nobody', async () => {
  asOf = moment
  expect((await desk.get('/readyz')).body).toMatchObject({
    ready: true,
    standby: { ok: true, lagSeconds: 1 },
  })
  asOf = undefined
  expect((await desk.get('/readyz')).body).toMatchObject({
    ready: true,
    standby: { ok: false, lagSeconds: 40 },
  })
})

test('a process that starts while the first host is dead finds the one that takes writes', async () => {
  const alive = new URL(city.databaseUrl)
  const url = city.databaseUrl.replace(alive.host, `127.0.0.1:1,${alive.host}`)
  const platform = await openPlatform({ url, home: city.home, say: () => undefined })
  try {
    expect(platform.worlds.state()?.city).toBe(CITY_CODE)
  } finally {
    await platform.close()
  }
})
