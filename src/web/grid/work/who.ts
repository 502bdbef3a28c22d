import { objectIn, textIn } from '../../residents/net/read.ts'
import type { Call } from '../net/call.ts'
import type { Reply } from '../net/reply.ts'
import type { Store } from '../outbox/store.ts'
import { isMe, type Me } from './me.ts'

const meKey = 'me'
const leavingKey = 'leaving'

/** Who worked on this device last and has not left. */
export async function keptMe(store: Store): Promise<Me | undefined> {
  const kept = await store.kept(meKey)
  return isMe(kept) ? kept : undefined
}

/** Somebody works here now. What was read for another person goes; what they wrote stays theirs. */
export async function enter(store: Store, me: Me): Promise<void> {
  const before = await keptMe(store)
  if (before !== undefined && before.person.id !== me.person.id) await forgetRead(store)
  await store.keep(meKey, me)
}

/** Leaving needs no line: the device forgets at once, the server is told when it can be. */
export async function leave(store: Store): Promise<void> {
  await forgetRead(store)
  await store.forget([meKey])
  await store.keep(leavingKey, true)
}

/** Ends a session that was left without a line; true while that still cannot be done. */
export async function leaving(
  store: Store,
  call: (call: Call) => Promise<Reply>,
): Promise<boolean> {
  if ((await store.kept(leavingKey)) !== true) return false
  const reply = await call({ path: '/api/session', method: 'DELETE' })
  if (reply.is === 'away') return true
  await store.forget([leavingKey])
  return false
}

/** Drops what was sent long ago and pictures that belong to nothing any more. */
export async function dropLeftovers(store: Store, now: number): Promise<void> {
  const entries = await store.entries()
  const old = entries.filter(({ sent }) => sent !== undefined && sent.at < now - keepSentMs)
  for (const { id } of old) await store.remove(id)
  const drafts = await Promise.all(
    (await store.keptKeys())
      .filter((key) => key.startsWith(draftPrefix))
      .map((key) => store.kept(key)),
  )
  const used = new Set([
    ...entries.flatMap(({ photos }) => photos.map(({ key }) => key)),
    ...drafts.flatMap(photoKeysIn),
  ])
  const all = await store.photoKeys()
  await store.removePhotos(all.filter((key) => !used.has(key)))
}

export const draftPrefix = 'draft|'
export const readPrefix = 'read|'

async function forgetRead(store: Store): Promise<void> {
  const keys = await store.keptKeys()
  await store.forget(keys.filter((key) => key.startsWith(readPrefix)))
}

function photoKeysIn(draft: unknown): readonly string[] {
  const { photos } = objectIn(draft)
  return Array.isArray(photos) ? photos.map((photo) => textIn(objectIn(photo), 'key')) : []
}

const keepSentMs = 14 * 86_400_000
