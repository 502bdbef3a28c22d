import { beforeEach, describe, expect, test } from 'vitest'
import { call } from '../net/call.ts'
import { memoryStore } from './memory-store.ts'
import { sendWaiting } from './send-waiting.ts'
import type { Store } from './store.ts'
import { platform, written } from './testing.ts'

let store: Store
let city: ReturnType<typeof platform>
const send = (post = 'post-a') =>
  sendWaiting(
    { store, call: (asked) => call((...sent) => city.fetch(...sent), asked), now: () => 5_000 },
    post,
  )
const states = async () =>
  Object.fromEntries((await store.entries()).map(({ id, state }) => [id, state]))

beforeEach(() => {
  store = memoryStore()
  city = platform()
})

test('what waits is sent in the order it was written, and kept as arrived', async () => {
  await store.put(written({ id: 'late', writtenAt: 2_000 }))
  await store.put(written({ id: 'early', writtenAt: 1_000, words: '楼道堆物' }))
  expect(await send()).toEqual({ why: 'nothingWaits' })
  expect([...city.asks.keys()]).toEqual(['early', 'late'])
  expect(city.asks.get('early')?.body).toMatchObject({
    path: '/api/grid-finding/report',
    area: 530102001001,
    data: { category: 'E101', detail: '楼道堆物' },
  })
  expect(await store.entry('early')).toMatchObject({
    state: 'sent',
    sent: { at: 5_000, record: 'r-1', number: 'N1' },
  })
})

test('without a line everything waits, and is sent when there is one', async () => {
  for (const id of ['a', 'b', 'c']) await store.put(written({ id }))
  city.state.line = 'down'
  expect(await send()).toEqual({ why: 'away' })
  expect(city.state.sent).toBe(1)
  expect(await states()).toEqual({ a: 'waiting', b: 'waiting', c: 'waiting' })
  city.state.line = 'up'
  await send()
  expect(city.asks.size).toBe(3)
})

test('an answer that was lost makes no second finding', async () => {
  await store.put(written({ id: 'a' }))
  city.state.line = 'lost'
  await send()
  expect(await store.entry('a')).toMatchObject({ state: 'waiting', tries: 1 })
  city.state.line = 'up'
  await send()
  expect(city.asks.size).toBe(1)
  expect(await store.entry('a')).toMatchObject({ state: 'sent', sent: { number: 'N1' } })
})

test('two tabs that send the same make no second finding', async () => {
  for (const id of ['a', 'b', 'c']) await store.put(written({ id }))
  await Promise.all([send(), send()])
  expect(city.asks.size).toBe(3)
  expect(Object.values(await states())).toEqual(['sent', 'sent', 'sent'])
})

describe('who wrote it', () => {
  test('another person’s findings are never sent', async () => {
    await store.put(written({ id: 'theirs', post: 'post-b' }))
    await store.put(written({ id: 'mine' }))
    await send()
    expect(await states()).toEqual({ theirs: 'waiting', mine: 'sent' })
  })

  test('somebody else who signs in meanwhile does not get them under their name', async () => {
    await store.put(written({ id: 'a' }))
    city.state.session = 'post-b'
    expect(await send('post-a')).toEqual({ why: 'otherPost' })
    expect(city.asks.size).toBe(0)
    expect(await states()).toEqual({ a: 'waiting' })
  })

  test('a session that has ended loses nothing', async () => {
    await store.put(written({ id: 'a' }))
    city.state.session = undefined
    expect(await send()).toEqual({ why: 'signedOut' })
    city.state.session = 'post-a'
    await send()
    expect(await states()).toEqual({ a: 'sent' })
  })
})

describe('what is refused', () => {
  test('is kept with the words of the refusal and does not hold up the rest', async () => {
    for (const id of ['a', 'b']) await store.put(written({ id }))
    city.state.refuses.set('a', { status: 400, code: 'invalid' })
    expect(await send()).toEqual({ why: 'nothingWaits' })
    expect(await store.entry('a')).toMatchObject({
      state: 'refused',
      refusal: { status: 400, code: 'invalid', says: '不行：invalid' },
    })
    expect(await states()).toMatchObject({ b: 'sent' })
  })

  test('is not tried again by itself', async () => {
    await store.put(written({ id: 'a' }))
    city.state.refuses.set('a', { status: 409, code: 'practiceIsOff' })
    await send()
    const tried = city.state.sent
    await send()
    expect(city.state.sent).toBe(tried)
  })

  test('goes under the same ask once a person has corrected it', async () => {
    await store.put(written({ id: 'a' }))
    city.state.refuses.set('a', { status: 400, code: 'invalid' })
    await send()
    city.state.refuses.clear()
    await store.change('a', (entry) => ({ ...entry, state: 'waiting' }))
    await send()
    expect(city.asks.size).toBe(1)
    expect(await store.entry('a')).not.toHaveProperty('refusal')
  })

  test.each([429, 500, 503])('an answer %i is no refusal: it waits', async (status) => {
    await store.put(written({ id: 'a' }))
    city.state.refuses.set('a', { status, code: 'busy' })
    expect(await send()).toMatchObject({ why: 'away' })
    expect(await states()).toEqual({ a: 'waiting' })
  })

  test('what something in between answers is no refusal', async () => {
    await store.put(written({ id: 'a' }))
    const portal = async () => new Response('<h1>请先登录无线网</h1>', { status: 403 })
    const ended = await sendWaiting(
      { store, call: (asked) => call(portal, asked), now: () => 0 },
      'post-a',
    )
    expect(ended).toEqual({ why: 'away' })
    expect(await states()).toEqual({ a: 'waiting' })
  })
})

describe('photos', () => {
  const photo = { key: 'p1', name: '路灯.jpg' }

  test('go first, once, and leave the device when the finding has arrived', async () => {
    await store.putPhoto('p1', new Blob(['x']))
    await store.put(written({ id: 'a', photos: [photo] }))
    city.state.refuses.set('a', { status: 503, code: 'storeAway' })
    await send()
    city.state.refuses.clear()
    await send()
    expect(city.files).toEqual(['file-1'])
    expect(city.asks.get('a')?.body).toMatchObject({ data: { photos: ['file-1'] } })
    expect(await store.photoKeys()).toEqual([])
  })

  test('that the platform no longer has are sent anew', async () => {
    await store.putPhoto('p1', new Blob(['x']))
    await store.put(written({ id: 'a', photos: [{ ...photo, file: 'gone' }] }))
    const forgets: typeof city.fetch = async (path, init) =>
      typeof init.body === 'string' && init.body.includes('gone')
        ? Response.json({ error: { code: 'absent', says: '请重新上传' } }, { status: 404 })
        : city.fetch(path, init)
    await sendWaiting({ store, call: (asked) => call(forgets, asked), now: () => 0 }, 'post-a')
    expect(city.asks.get('a')?.body).toMatchObject({ data: { photos: ['file-1'] } })
  })

  test('that the device has lost are a person’s to decide, not a finding lost', async () => {
    await store.put(written({ id: 'a', photos: [photo] }))
    await send()
    expect(await store.entry('a')).toMatchObject({
      state: 'refused',
      refusal: { code: 'photoLost' },
    })
  })
})

test('what was said of a finding is sent with the version one had seen', async () => {
  const what = {
    is: 'deed',
    record: 'r-9',
    number: 'N9',
    command: 'deny',
    label: '没有解决',
    data: { reason: '还在漏水' },
    version: 4,
    stateLabel: '待反馈上报人',
  } as const
  await store.put(written({ id: 'd', what }))
  await send()
  expect(city.asks.get('d')?.body).toEqual({
    path: '/api/grid-finding/r-9/deny',
    ask: 'd',
    data: { reason: '还在漏水' },
    version: 4,
  })
  expect(await store.entry('d')).toMatchObject({ sent: { record: 'r-9', number: 'N9' } })
})
