import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Caller, type RunningCity, startRunningCity } from './testing/running-city.ts'

const [reads, writes] = [4, 6]
let city: RunningCity
let desk: Caller
beforeAll(async () => {
  city = await startRunningCity((deps) => ({
    ...deps,
    capacity: { ...deps.capacity, reads, writes },
  }))
  desk = await city.as('zuoxi')
}, 120_000)
afterAll(() => city.stop())

const area = 530_102_001
const data = { title: '路灯不亮', detail: '楼下的路灯三天没有亮了', channel: 'phone' }
const call = (ask: string) => desk.post('/api/resident-appeal/register', { ask, area, data })
const stored = async () => {
  const rows = await city.platform.deps.db.read.selectFrom('event').select('ask').execute()
  return new Set(rows.map((row) => row.ask))
}

it('of more asks than it takes on at once some are told that nothing was done, and nothing was', async () => {
  const asks = Array.from({ length: 40 }, () => randomUUID())
  const answers = await Promise.all(asks.map(async (ask) => ({ ask, ...(await call(ask)) })))
  const done = answers.filter(({ status }) => status === 200)
  const refused = answers.filter(({ status }) => status === 503)
  expect(done.length + refused.length).toBe(asks.length)
  expect(done.length).toBeGreaterThanOrEqual(writes)
  expect(refused.length).toBeGreaterThan(0)
  for (const { body, headers } of refused) {
    expect(body.error.code).toBe('busy')
    expect(body.error.says).toContain('这一步还没有办')
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    expect(headers.get('cache-control')).toBe('no-store')
  }
  const kept = await stored()
  expect(done.filter(({ ask }) => !kept.has(ask))).toEqual([])
  expect(refused.filter(({ ask }) => kept.has(ask))).toEqual([])
  const again = []
  for (const { ask } of refused) again.push(await call(ask))
  expect(again.map(({ status }) => status)).toEqual(refused.map(() => 200))
  expect((await stored()).size).toBe(kept.size + refused.length)
})

it('reads are refused before writes, and what costs nothing is always answered', async () => {
  const paths = Array.from({ length: 40 }, () => '/api/records/resident-appeal')
  const [answers, asked] = await Promise.all([
    Promise.all(paths.map((path) => desk.get(path))),
    call(randomUUID()),
  ])
  expect(asked.status).toBe(200)
  const refused = answers.filter(({ status }) => status !== 200)
  expect(refused.length).toBeGreaterThan(0)
  for (const { status, body } of refused) expect([status, body.error.code]).toEqual([503, 'busy'])
  const leaving = await city.as('huashan-jingban')
  const many = Promise.all(paths.map((path) => desk.get(path)))
  const always = [
    await desk.get('/healthz'),
    await desk.get('/readyz'),
    await desk.get('/api/progress'),
    await leaving.remove('/api/session'),
  ]
  expect(always.map(({ status }) => status)).toEqual([200, 200, 200, 200])
  await many
})

it('those who leave before they are answered take nobody’s place for good', async () => {
  await Promise.all(Array.from({ length: reads }, leftBehind))
  const all = Array.from({ length: reads }, () => '/api/me')
  const statuses = async () =>
    (await Promise.all(all.map((path) => desk.get(path)))).map(({ status }) => status)
  await expect.poll(statuses, { timeout: 10_000 }).toEqual(all.map(() => 200))
})

/** Signs in as nobody, which takes the server a while, and is gone with the line before it ends. */
async function leftBehind(): Promise<void> {
  const asked = request(`${city.url}/api/session`, {
    agent: false,
    method: 'POST',
    headers: { 'x-tongxin': '1', 'content-type': 'application/json' },
  })
  asked.on('error', () => undefined)
  asked.end(JSON.stringify({ login: `niemand-${randomUUID()}`, password: 'wrong-password' }))
  await new Promise((resolve) => setTimeout(resolve, 15))
  asked.destroy()
  await new Promise((resolve) => asked.once('close', resolve))
}
