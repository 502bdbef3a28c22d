import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, openClient, signIn } from '../../bench/product/client.ts'
import { withClient } from '../../src/platform/store/database.ts'
import { freeze } from './frozen.ts'
import { atLength } from './length.ts'
import { type Load, startLoad } from './load.ts'
import { expectAllKept, openStage, type Stage } from './stage.ts'
import { openViewer, type Viewer } from './viewer.ts'

let stage: Stage
let url = ''
let desk: Client
let viewer: Viewer

beforeAll(async () => {
  stage = await openStage()
  url = (await stage.start()).url
  desk = openClient(url, { connections: 4, timeoutMs: 20_000 })
  await signIn(desk, 'zuoxi')
  viewer = await openViewer(url, 'zuoxi')
})

afterAll(async () => {
  await stage.clear()
  viewer.close()
  desk.close()
})

test('while the database is gone everybody is told so, and when it is back all goes on by itself', async () => {
  const load = await startLoad(url, 4)
  await answered(load, 24)
  await stage.database.stop()
  await expectToldToSendAgain()
  expect((await desk.get('/healthz')).status).toBe(200)
  expect(await desk.get('/readyz')).toMatchObject({
    status: 503,
    text: expect.stringContaining('数据库暂时连接不上'),
  })
  await pause(atLength({ short: 3_000, long: 60_000 }))
  await stage.database.start()
  await goesOn(load)
}, 300_000)

test('a database that stands still keeps nobody waiting without an answer', async () => {
  const load = await startLoad(url, 4)
  await answered(load, 24)
  const thaw = await freeze(stage.database.pid())
  try {
    await expectToldToSendAgain()
    expect((await desk.get('/readyz')).status).toBe(503)
    await pause(atLength({ short: 1_000, long: 60_000 }))
  } finally {
    thaw()
  }
  await goesOn(load)
}, 300_000)

test('a database that stands still for a moment is waited for', async () => {
  const thaw = await freeze(stage.database.pid())
  const asked = desk.post('/api/resident-appeal/register', { ask: randomUUID(), ...call })
  await pause(2_000)
  thaw()
  expect((await asked).status).toBe(200)
})

test('what fell due while the database was gone is asked when it is back, in order and as of its time', async () => {
  const signedAt = Date.now()
  const records = [await dispatched(), await dispatched(), await dispatched()]
  await stage.database.stop()
  await stage.shiftClock(40 * dayMs)
  await pause(1_500)
  await stage.database.start()
  await untilNothingIsDue()
  const late = await clockEvents(records)
  expect(new Set(late.map(({ record }) => record))).toEqual(new Set(records))
  for (const record of records) {
    const moments = late.flatMap((one) => (one.record === record ? [one.at] : []))
    expect(moments).toEqual(moments.toSorted((one, other) => one - other))
    expect(moments[0]).toBeGreaterThan(signedAt)
    expect(moments[0]).toBeLessThan(Date.now() + 30 * dayMs)
  }
  await stage.shiftClock(0)
})

test('after all this everything that is stored follows from the events', () =>
  stage.stopAndRecheck())

const dayMs = 86_400_000
const call = {
  area: 530_102_001,
  data: { title: '路灯不亮', detail: '楼下的路灯三天没有亮了', channel: 'phone' },
}

/** Reading and writing: both are answered in words, in a time that a person waits. */
async function expectToldToSendAgain(): Promise<void> {
  const asked = await Promise.all([
    desk.get('/api/todos'),
    desk.post('/api/resident-appeal/register', { ask: randomUUID(), ...call }),
  ])
  for (const { status, text } of asked) {
    expect(status, text).toBe(503)
    expect(text).toContain('数据库暂时连接不上')
  }
}

async function goesOn(load: Load): Promise<void> {
  const before = viewer.heard()
  await answered(load, 24)
  await load.stop()
  await expectAllKept(load, stage.database.url())
  expect((await desk.get('/readyz')).status).toBe(200)
  expect(viewer.hasEnded()).toBe(false)
  await expect.poll(() => viewer.heard(), { timeout: 15_000 }).toBeGreaterThan(before)
}

async function answered({ acknowledged }: Load, more: number): Promise<void> {
  const enough = acknowledged.length + more
  for (let waited = 0; acknowledged.length < enough; waited += 20) {
    if (waited > 60_000) throw new Error('the product does not come back')
    await pause(20)
  }
}

async function dispatched(): Promise<string> {
  const asked = await desk.post('/api/resident-appeal/register', { ask: randomUUID(), ...call })
  const { id }: { id: string } = JSON.parse(asked.text)
  const data = { lead: 10_000, category: '0101', limitClass: 'general' }
  const done = await desk.post(`/api/resident-appeal/${id}/dispatch`, { ask: randomUUID(), data })
  expect(done.status, done.text).toBe(200)
  return id
}

async function untilNothingIsDue(): Promise<void> {
  const due = `select count(*)::int as n from clock
    where refused is null and due_at < now() + interval '39 days'`
  await expect.poll(() => select<{ n: number }>(due), { timeout: 30_000 }).toEqual([{ n: 0 }])
}

function clockEvents(records: readonly string[]) {
  return select<{ record: string; at: number }>(
    `select record_id as record, (extract(epoch from at) * 1000)::float8 as at from event
     where actor = 'clock' and record_id in (${records.map((id) => `'${id}'`).join(', ')})
     order by record_id, seq`,
  )
}

function select<Row extends object>(sql: string): Promise<readonly Row[]> {
  return withClient(
    stage.database.url(),
    async (client) => (await client.query<Row & Record<string, unknown>>(sql)).rows,
  )
}
