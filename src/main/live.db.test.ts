import { get } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Folder, startFolder } from '../platform/tallies/folder.ts'
import { demoPassword } from './demo/accounts.ts'
import { asked, dispatching, registered } from './testing/appeal-asks.ts'
import { type RunningCity, startRunningCity } from './testing/running-city.ts'

let city: RunningCity
let folder: Folder

beforeAll(async () => {
  city = await startRunningCity()
  const { deps } = city.platform
  folder = startFolder(deps.db, {
    cities: () => [530_100],
    now: deps.now,
    say: (line) => expect.unreachable(line),
    everyMs: () => 50,
  })
}, 120_000)
afterAll(async () => {
  await folder.stop()
  await city.stop()
})

async function signedIn(login: string): Promise<string> {
  const answer = await fetch(`${city.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-tongxin': '1' },
    body: JSON.stringify({ login, password: demoPassword }),
  })
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? ''
}

type Stream = {
  readonly status: number
  readonly type: string
  readonly heard: unknown[]
  readonly ended: Promise<void>
  leave(): void
}

/** Listens on a connection of its own, as a browser does. */
function listen(cookie: string): Promise<Stream> {
  return new Promise((resolve, reject) => {
    const asking = get(`${city.url}/api/live`, { agent: false, headers: { cookie } }, (answer) => {
      const heard: unknown[] = []
      answer.setEncoding('utf8').on('data', (text: string) => {
        for (const line of text.split('\n'))
          if (line.startsWith('data: ')) heard.push(JSON.parse(line.slice(6)))
      })
      resolve({
        status: answer.statusCode ?? 0,
        type: answer.headers['content-type'] ?? '',
        heard,
        ended: new Promise((over) => answer.once('close', over)),
        leave: () => asking.destroy(),
      })
    })
    asking.once('error', reject)
  })
}

test('everyone who listens hears that counts moved, and only the unit told hears of its notices', async () => {
  const leader = await listen(await signedIn('lingdao'))
  const clerk = await listen(await signedIn('huashan-jingban'))
  expect(leader.type).toContain('text/event-stream')
  await expect.poll(() => leader.heard.some(hasCounts), { timeout: 10_000 }).toBe(true)
  await expect.poll(() => clerk.heard.some(hasCounts), { timeout: 10_000 }).toBe(true)
  const before = { leader: leader.heard.length, clerk: clerk.heard.length }
  const desk = await city.as('zuoxi')
  const { body } = await registered(desk)
  await asked(desk, `${body.id}/dispatch`, dispatching)
  const later = { timeout: 10_000 }
  await expect.poll(() => leader.heard.slice(before.leader).some(hasCounts), later).toBe(true)
  await expect.poll(() => clerk.heard.slice(before.clerk).some(hasCounts), later).toBe(true)
  await expect.poll(() => clerk.heard.some(hasNotices), later).toBe(true)
  expect(leader.heard.some(hasNotices)).toBe(false)
  leader.leave()
  clerk.leave()
}, 40_000)

function hasCounts(event: unknown): boolean {
  return typeof event === 'object' && event !== null && 'counts' in event
}

function hasNotices(event: unknown): boolean {
  return typeof event === 'object' && event !== null && 'notices' in event
}

test('listening ends when one signs out, and goes on for others', async () => {
  const cookie = await signedIn('chengguan')
  const own = await listen(cookie)
  const other = await listen(await signedIn('chengguan'))
  let isOver = false
  void other.ended.then(() => {
    isOver = true
  })
  await fetch(`${city.url}/api/session`, {
    method: 'DELETE',
    headers: { cookie, 'x-tongxin': '1' },
  })
  await own.ended
  expect(isOver).toBe(false)
  expect((await listen(cookie)).status).toBe(401)
  other.leave()
})

test('nobody listens without signing in, and no account more often than people have browsers', async () => {
  expect((await city.nobody().get('/api/live')).status).toBe(401)
  const cookie = await signedIn('ducha')
  const streams: Stream[] = []
  for (let n = 0; n < 8; n += 1) streams.push(await listen(cookie))
  expect(streams.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200))
  expect((await listen(cookie)).status).toBe(429)
  streams[0]?.leave()
  const again = async () => {
    const stream = await listen(cookie)
    if (stream.status === 200) streams.push(stream)
    return stream.status
  }
  await expect.poll(again, { timeout: 10_000 }).toBe(200)
  for (const stream of streams) stream.leave()
}, 30_000)
