import { setTimeout as pause } from 'node:timers/promises'
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Client, openClient, signIn } from '../../bench/product/client.ts'
import { withClient } from '../../src/platform/store/database.ts'
import { seededDice } from './dice.ts'
import { atLength } from './length.ts'
import { startLoad } from './load.ts'
import { expectAllKept, openStage, type Stage } from './stage.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
/** Longer than the clock of the product takes to notice. */
const noticeMs = 100

let stage: Stage
let urls: readonly string[] = []
let desk: Client

beforeAll(async () => {
  stage = await openStage()
  urls = [(await stage.start()).url, (await stage.start()).url]
  desk = await signedIn(urls[0] ?? '', 'zuoxi')
})

afterEach(() => setClock(0))

afterAll(async () => {
  await stage.clear()
  desk.close()
})

test('while the clock is set back and on, work goes on, and time never runs back within a record', async () => {
  const dice = seededDice(20_260_806)
  const load = await startLoad(urls[0] ?? '', 4)
  for (let round = 0; round < atLength({ short: 5, long: 100 }); round += 1) {
    const enough = load.acknowledged.length + 12
    while (load.acknowledged.length < enough) await pause(20)
    // Up to two days back, over midnight; on only a little, or those at work would be signed out.
    await setClock(dice(3) === 0 ? dice(10) * minuteMs : -dice(48) * hourMs)
  }
  await setClock(0)
  await load.stop()
  await expectAllKept(load, stage.database.url())
  const turnedBack = `select count(*)::int as n from event e join event f
    on f.city = e.city and f.record_id = e.record_id and f.seq = e.seq + 1 where f.at < e.at`
  expect(await select(turnedBack)).toEqual([{ n: 0 }])
  const numbers = `select count(*)::int as n, count(distinct number)::int as numbers from record
    where kind = 'resident-appeal'`
  const [counted] = await select<{ n: number; numbers: number }>(numbers)
  expect(counted?.numbers).toBe(counted?.n)
}, 1_800_000)

test('a limit on how often one may ask lasts a minute, whatever is done to the clock', async () => {
  const resident = openClient(urls[0] ?? '')
  const ask = () => resident.get('/api/public/city')
  let reply = await ask()
  for (let tries = 0; reply.status === 200 && tries < 500; tries += 1) reply = await ask()
  expect(reply.status).toBe(429)
  await setClock(-6 * hourMs)
  reply = await ask()
  expect(reply.status).toBe(429)
  expect(Number(/请 (\d+) 秒后再试/.exec(reply.text)?.[1])).toBeLessThanOrEqual(60)
  resident.close()
})

test('an account locked by wrong passwords is not locked longer when the clock is set back', async () => {
  const guesser = openClient(urls[0] ?? '')
  const guess = () => guesser.post('/api/session', { login: 'shequ', password: 'wrong' })
  let reply = await guess()
  for (let tries = 0; !reply.text.includes('locked') && tries < 9; tries += 1) reply = await guess()
  expect(reply.text).toContain('locked')
  await setClock(-24 * hourMs)
  const later = await guesser.post('/api/session', { login: 'shequ', password: 'tongxin-demo' })
  expect(later.status, later.text).toBe(200)
  guesser.close()
})

test('who signs out is signed out everywhere within seconds, though the clock was set back', async () => {
  const here = await signedIn(urls[0] ?? '', 'lingdao')
  const there = openClient(urls[1] ?? '', { cookie: here.cookie() })
  expect((await there.get('/api/me')).status).toBe(200)
  await setClock(-3 * hourMs)
  expect((await there.get('/api/me')).status).toBe(200)
  expect((await here.delete('/api/session')).status).toBe(200)
  await expect.poll(async () => (await there.get('/api/me')).status, { timeout: 12_000 }).toBe(401)
  here.close()
  there.close()
})

test('when the clock jumps on, who was signed in is asked to sign in again, and can', async () => {
  await setClock(13 * hourMs)
  const late = await desk.get('/api/me')
  expect(late.status).toBe(401)
  expect(late.text).toContain('请先登录')
  await signIn(desk, 'zuoxi')
  await setClock(0)
  expect((await desk.get('/api/me')).status).toBe(200)
  const body = { ask: randomUUID(), area: 530_102_001, data: call }
  expect((await desk.post('/api/resident-appeal/register', body)).status).toBe(200)
})

test('after all this everything that is stored follows from the events', () =>
  stage.stopAndRecheck())

const call = { title: '路灯不亮', detail: '楼下的路灯三天没有亮了', channel: 'phone' }

async function setClock(ms: number): Promise<void> {
  await stage.shiftClock(ms)
  await pause(noticeMs)
}

async function signedIn(url: string, login: string): Promise<Client> {
  const client = openClient(url)
  await signIn(client, login)
  return client
}

function select<Row extends object>(sql: string): Promise<readonly Row[]> {
  return withClient(
    stage.database.url(),
    async (client) => (await client.query<Row & Record<string, unknown>>(sql)).rows,
  )
}
