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
    everyMs: 50,
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

type Stream = { readonly heard: unknown[]; readonly ended: Promise<void>; leave(): void }

async function listen(cookie: string): Promise<Stream> {
  const leaving = new AbortController()
  const answer = await fetch(`${city.url}/api/live`, {
    headers: { cookie },
    signal: leaving.signal,
  })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'")
  const heard: unknown[] = []
  const reading = async () => {
    const decoder = new TextDecoder()
    for await (const chunk of answer.body ?? [])
      for (const line of decoder.decode(chunk, { stream: true }).split('\n'))
        if (line.startsWith('data: ')) heard.push(JSON.parse(line.slice(6)))
  }
  return { heard, ended: reading().catch(() => undefined), leave: () => leaving.abort() }
}

test('everyone who listens hears that counts moved, and only the unit told hears of its notices', async () => {
  const leader = await listen(await signedIn('lingdao'))
  const clerk = await listen(await signedIn('huashan-jingban'))
  await new Promise((resolve) => setTimeout(resolve, 600))
  const desk = await city.as('zuoxi')
  const { body } = await registered(desk)
  await asked(desk, `${body.id}/dispatch`, dispatching)
  await expect.poll(() => leader.heard.some(hasCounts), { timeout: 5_000 }).toBe(true)
  await expect.poll(() => clerk.heard.some(hasCounts), { timeout: 5_000 }).toBe(true)
  await expect.poll(() => clerk.heard.some(hasNotices), { timeout: 5_000 }).toBe(true)
  expect(leader.heard.some(hasNotices)).toBe(false)
  leader.leave()
  clerk.leave()
})

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
  expect((await fetch(`${city.url}/api/live`, { headers: { cookie } })).status).toBe(401)
  other.leave()
})

test('nobody listens without signing in, and no account more often than people have browsers', async () => {
  expect((await city.nobody().get('/api/live')).status).toBe(401)
  const cookie = await signedIn('ducha')
  const streams = await Promise.all(Array.from({ length: 8 }, () => listen(cookie)))
  const more = await fetch(`${city.url}/api/live`, { headers: { cookie } })
  expect(more.status).toBe(429)
  await more.body?.cancel()
  for (const stream of streams) stream.leave()
  await expect
    .poll(async () => {
      const again = await fetch(`${city.url}/api/live`, { headers: { cookie } })
      await again.body?.cancel()
      return again.status
    })
    .toBe(200)
})
