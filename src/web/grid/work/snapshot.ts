import type { Entry } from '../outbox/entry.ts'
import type { Me } from './me.ts'

/** How things stand on this device, all that the frame shows of it. */
export type Snapshot = {
  /** False until what the device keeps has been read. */
  readonly ready: boolean
  /** The last person known to be signed in. */
  readonly me?: Me | undefined
  readonly session: 'unknown' | 'open' | 'ended'
  readonly line: 'unknown' | 'up' | 'down'
  /** Written in the posts of this person. */
  readonly entries: readonly Entry[]
  /** What others have waiting on this device: a number and nothing else. */
  readonly ofOthers: number
  readonly sending: boolean
  /** False where the browser keeps nothing once the page is closed. */
  readonly keeps: boolean
}

export const nothingYet: Snapshot = {
  ready: false,
  session: 'unknown',
  line: 'unknown',
  entries: [],
  ofOthers: 0,
  sending: false,
  keeps: true,
}

/** The entries of one person, and how many of somebody else's still wait here. */
export function entriesFor(
  me: Me | undefined,
  all: readonly Entry[],
): Pick<Snapshot, 'entries' | 'ofOthers'> {
  const posts = new Set(me?.posts.map(({ id }) => id))
  const others = all.filter(({ post, state }) => !posts.has(post) && state !== 'sent')
  return { entries: all.filter(({ post }) => posts.has(post)), ofOthers: others.length }
}
