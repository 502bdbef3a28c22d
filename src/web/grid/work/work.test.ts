import { beforeEach, describe, expect, test } from 'vitest'
import type { Call } from '../net/call.ts'
import type { Reply } from '../net/reply.ts'
import { memoryStore } from '../outbox/memory-store.ts'
import type { Store } from '../outbox/store.ts'
import { written } from '../outbox/testing.ts'
import { reads, readBefore } from './read-ahead.ts'
import { openWork, type Work } from './work.ts'

let store: Store
let city: ReturnType<typeof platform>
let work: Work
const states = async () =>
  Object.fromEntries((await store.entries()).map(({ id, state }) => [id, state]))

beforeEach(async () => {
  store = memoryStore()
  city = platform()
  work = open(store)
  await work.open()
})

test('what was kept when the page was closed is there when it is opened, without a line', async () => {
  await enter('a')
  city.line = 'down'
  await work.writeDown(written({ id: 'f1', post: 'post-a' }))
  const again = open(store)
  await again.open()
  await again.round()
  expect(again.get()).toMatchObject({
    ready: true,
    line: 'down',
    me: { person: { id: 'a' } },
    entries: [{ id: 'f1', state: 'waiting' }],
  })
  city.line = 'up'
  await again.round()
  expect(again.get()).toMatchObject({ line: 'up', entries: [{ id: 'f1', state: 'sent' }] })
})

test('a session that has ended asks to sign in again and sends what waits after it', async () => {
  await enter('a')
  city.session = undefined
  await work.writeDown(written({ id: 'f1', post: 'post-a' }))
  await work.round()
  expect(work.get()).toMatchObject({ session: 'ended', entries: [{ state: 'waiting' }] })
  await enter('a')
  expect(work.get()).toMatchObject({ session: 'open', entries: [{ state: 'sent' }] })
})

describe('a phone that is shared', () => {
  test('keeps one’s findings until one is back, and never sends them as another’s', async () => {
    await enter('a')
    city.line = 'down'
    await work.writeDown(written({ id: 'f1', post: 'post-a' }))
    city.line = 'up'
    await enter('b')
    expect(work.get()).toMatchObject({ me: { person: { id: 'b' } }, entries: [], ofOthers: 1 })
    expect(await states()).toEqual({ f1: 'waiting' })
    await enter('a')
    expect(await states()).toEqual({ f1: 'sent' })
    expect(city.taken).toEqual([{ ask: 'f1', post: 'post-a' }])
  })

  test('shows nothing that was read for another', async () => {
    await enter('a')
    expect(await readBefore(store, 'post-a', reads.findings)).toBeDefined()
    await enter('b')
    expect(await readBefore(store, 'post-a', reads.findings)).toBeUndefined()
  })
})

describe('leaving', () => {
  test('needs no line: the device forgets at once, the platform is told later', async () => {
    await enter('a')
    city.line = 'down'
    await work.signOut()
    expect(work.get()).toMatchObject({ me: undefined, session: 'ended' })
    await work.round()
    expect(city.session).toBe('a')
    city.line = 'up'
    await work.round()
    expect(city.session).toBeUndefined()
  })

  test('is not undone by an answer that was on its way', async () => {
    await enter('a')
    const answer = city.holdNext()
    const round = work.round()
    await work.signOut()
    answer()
    await round
    await work.round()
    expect(work.get().me).toBeUndefined()
    expect(city.session).toBeUndefined()
  })
})

test('what may have arrived cannot be taken back, what never went can', async () => {
  await store.put(written({ id: 'tried', tries: 1 }))
  await store.put(written({ id: 'fresh' }))
  await work.giveUp('tried')
  await work.giveUp('fresh')
  expect(await states()).toEqual({ tried: 'waiting' })
})

test('a device that is full says so instead of losing what was written', async () => {
  const full = { ...store, put: () => Promise.reject(new Error('full')) }
  const tight = open(full)
  expect(await tight.writeDown(written({ id: 'f1' }))).toBe(false)
  expect(tight.get().entries).toEqual([])
})

async function enter(person: string): Promise<void> {
  expect(await work.signIn(person, 'secret', false)).toBeUndefined()
  await work.round()
}

function open(kept: Store): Work {
  return openWork({
    store: kept,
    keeps: true,
    call: (asked) => city.call(asked),
    now: () => 1_000,
    locks: undefined,
    tell: () => undefined,
    waits: () => undefined,
  })
}

/** A platform with one session, as this page talks to it. */
function platform() {
  const taken: { ask: unknown; post: string | undefined }[] = []
  let hold: Promise<void> | undefined
  const postOf = (person: string) => `post-${person}`
  const meOf = (person: string) => ({
    person: { id: person, name: person },
    post: { id: postOf(person), unit: { name: '甲社区', area: 530102001001 }, role: 'gridWorker' },
    posts: [{ id: postOf(person) }],
    starts: [{ kind: 'grid-finding' }],
  })
  const own = {
    line: 'up' as 'up' | 'down',
    session: undefined as string | undefined,
    taken,
    /** The next answer waits until this is called. */
    holdNext(): () => void {
      let free = () => undefined as void
      hold = new Promise((resolve) => {
        free = resolve
      })
      return () => free()
    },
    async call(asked: Call): Promise<Reply> {
      if (own.line === 'down') return { is: 'away' }
      const reply = answer(asked)
      const held = hold
      hold = undefined
      await held
      return reply
    },
  }
  const answer = ({ path, body, method, post }: Call): Reply => {
    const asked = Object(body) as { ask?: string; login?: string }
    if (path === '/api/session' && method === 'DELETE') own.session = undefined
    if (path === '/api/session' && method === undefined) own.session = asked.login
    else if (own.session === undefined) return { is: 'signedOut' }
    if (post !== undefined && post !== postOf(own.session ?? '')) return { is: 'otherPost' }
    if (asked.ask !== undefined) taken.push({ ask: asked.ask, post })
    const record = { id: 'r-1', number: 'N1' }
    return { is: 'done', body: { ...meOf(own.session ?? ''), view: { record }, rows: [] } }
  }
  return own
}
