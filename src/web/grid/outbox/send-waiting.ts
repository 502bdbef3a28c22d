import { objectIn, textIn } from '../../residents/net/read.ts'
import type { Call } from '../net/call.ts'
import type { Refusal, Reply } from '../net/reply.ts'
import { type Entry, requestOf } from './entry.ts'
import type { Store } from './store.ts'

export type SendTools = {
  readonly store: Store
  readonly call: (call: Call) => Promise<Reply>
  readonly now: () => number
  /** Told after each entry that has moved. */
  readonly moved?: () => void
}

/** Why the sending ended. */
export type Ended =
  | { readonly why: 'nothingWaits' | 'signedOut' | 'otherPost' }
  | { readonly why: 'away'; readonly afterMs?: number }

/**
 * Sends what waits under one post, in the order it was written. What the server refuses is kept
 * with its words for a person to decide, and does not hold up the rest; when the line is down or
 * the session has ended, everything waits on. Call it from one place at a time.
 */
export async function sendWaiting(tools: SendTools, post: string): Promise<Ended> {
  for (;;) {
    const all = await tools.store.entries()
    const next = all.find((entry) => entry.state === 'waiting' && entry.post === post)
    if (next === undefined) return { why: 'nothingWaits' }
    const reply = await sendOne(tools, next)
    if (reply.is === 'signedOut' || reply.is === 'otherPost') return { why: reply.is }
    if (reply.is === 'away') return awayAfter(reply)
    await settle(tools, next, reply)
    tools.moved?.()
  }
}

function awayAfter({ afterMs }: Extract<Reply, { is: 'away' }>): Ended {
  return { why: 'away', ...(afterMs === undefined ? {} : { afterMs }) }
}

async function sendOne(tools: SendTools, entry: Entry): Promise<Reply> {
  // Kept before it goes: from now on nobody can be sure that it has not arrived.
  await tools.store.change(entry.id, (kept) => ({ ...kept, tries: kept.tries + 1 }))
  const first = await sendPhotosAndAsk(tools, entry)
  if (!isLostFile(entry, first)) return first
  await tools.store.change(entry.id, (kept) => ({
    ...kept,
    photos: kept.photos.map(({ key, name }) => ({ key, name })),
  }))
  const again = await tools.store.entry(entry.id)
  return again === undefined ? first : sendPhotosAndAsk(tools, again)
}

/** The server no longer has a file that was sent to it earlier. */
function isLostFile({ photos }: Entry, reply: Reply): boolean {
  const sentBefore = photos.some(({ file }) => file !== undefined)
  return sentBefore && reply.is === 'refused' && reply.refusal.code === 'absent'
}

async function sendPhotosAndAsk(tools: SendTools, entry: Entry): Promise<Reply> {
  for (const { key, name, file } of entry.photos) {
    if (file !== undefined) continue
    const reply = await sendPhoto(tools, entry, { key, name })
    if (reply.is !== 'done') return reply
    const id = textIn(objectIn(reply.body), 'id')
    await tools.store.change(entry.id, (kept) => ({
      ...kept,
      photos: kept.photos.map((one) => (one.key === key ? { ...one, file: id } : one)),
    }))
  }
  const now = await tools.store.entry(entry.id)
  return tools.call({ ...requestOf(now ?? entry), post: entry.post })
}

async function sendPhoto(
  { store, call }: SendTools,
  { post }: Entry,
  { key, name }: { readonly key: string; readonly name: string },
): Promise<Reply> {
  const blob = await store.photo(key)
  if (blob === undefined)
    return refused({ status: 0, code: 'photoLost', says: '照片在这台手机上找不到了' })
  const reply = await call({ path: '/api/files', file: { blob, name }, post })
  if (reply.is !== 'refused') return reply
  return refused({ ...reply.refusal, code: 'photoRefused' })
}

function refused(refusal: Refusal): Reply {
  return { is: 'refused', refusal }
}

async function settle(
  { store, now }: SendTools,
  { id, photos, what }: Entry,
  reply: Extract<Reply, { is: 'done' | 'refused' }>,
): Promise<void> {
  if (reply.is === 'refused') {
    const { refusal } = reply
    // Another tab may have brought it there meanwhile.
    await store.change(id, (kept) =>
      kept.state === 'sent' ? kept : { ...kept, state: 'refused', refusal },
    )
    return
  }
  const view = objectIn(objectIn(reply.body)['view'])
  const record = objectIn(view['record'])
  const sent = {
    at: now(),
    record: what.is === 'deed' ? what.record : textIn(record, 'id'),
    number: what.is === 'deed' ? what.number : textIn(record, 'number'),
  }
  await store.change(id, (kept) => {
    const { refusal: _, ...rest } = kept
    return { ...rest, state: 'sent', sent }
  })
  await store.removePhotos(photos.map(({ key }) => key))
}
