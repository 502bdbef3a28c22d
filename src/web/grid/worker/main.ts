import { call } from '../net/call.ts'
import { diskStore } from '../outbox/disk-store.ts'
import { inTurn } from '../outbox/in-turn.ts'
import { sendWaiting } from '../outbox/send-waiting.ts'
import { keptMe } from '../work/who.ts'
import { answerTo, type Release, takeIn, takeOver } from './shell.ts'

/** Written in by the build: what this release consists of. */
declare const __RELEASE__: Release

type Lasting = { waitUntil(work: Promise<unknown>): void }
type Fetching = { readonly request: Request; respondWith(answer: Promise<Response>): void }
type Syncing = Lasting & { readonly tag: string }

/** The worker's own world, as far as it is used here. */
declare const self: {
  addEventListener(type: 'install' | 'activate', listen: (event: Lasting) => void): void
  addEventListener(type: 'fetch', listen: (event: Fetching) => void): void
  addEventListener(type: 'sync', listen: (event: Syncing) => void): void
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void> }
}

const tools = {
  caches,
  fetch: (file: string) => fetch(file, { cache: 'reload' }),
  release: __RELEASE__,
}

self.addEventListener('install', (event) => {
  event.waitUntil(takeIn(tools).then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(takeOver(tools).then(() => self.clients.claim()))
})

self.addEventListener('fetch', (event) => {
  const answer = answerTo(tools, event.request)
  if (answer !== undefined) event.respondWith(answer)
})

self.addEventListener('sync', (event) => {
  if (event.tag === 'outbox') event.waitUntil(sendWithoutPage())
})

/** Sends what waits though the page may be closed. Failing tells the browser to try again. */
async function sendWithoutPage(): Promise<void> {
  const store = await diskStore()
  const me = await keptMe(store)
  if (me === undefined) return
  const channel = new BroadcastChannel('tongxin-grid')
  const sending = {
    store,
    call: (asked: Parameters<typeof call>[1]) => call((path, init) => fetch(path, init), asked),
    now: Date.now,
    moved: () => channel.postMessage('changed'),
  }
  const ended = await inTurn(navigator.locks, () => sendWaiting(sending, me.post.id))
  channel.close()
  if (ended.why === 'away') throw new Error('no line yet')
}
