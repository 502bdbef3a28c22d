import type { Call } from '../net/call.ts'
import type { Reply } from '../net/reply.ts'
import { inTurn } from '../outbox/in-turn.ts'
import { sendWaiting } from '../outbox/send-waiting.ts'
import type { Store } from '../outbox/store.ts'
import { type Me, meIn } from './me.ts'
import { readAhead } from './read-ahead.ts'
import type { Snapshot } from './snapshot.ts'
import { leaving } from './who.ts'

export type Round = {
  readonly store: Store
  readonly call: (call: Call) => Promise<Reply>
  readonly now: () => number
  readonly locks: LockManager | undefined
  readonly get: () => Snapshot
  readonly set: (part: Partial<Snapshot>) => void
  /** How often somebody has left: an answer from before is no longer about whoever works here. */
  readonly left: () => number
  readonly become: (me: Me) => Promise<void>
  readonly changed: () => Promise<void>
}

/** Asks who is signed in, sends what waits in that post, and reads ahead for when the line goes. */
export async function oneRound(tools: Round): Promise<void> {
  const { store, call, set, left, become } = tools
  const before = left()
  if (await leaving(store, call)) {
    set({ line: 'down' })
    return
  }
  const reply = await call({ path: '/api/me' })
  if (left() !== before) return
  if (reply.is === 'done') {
    const me = meIn(reply.body)
    await become(me)
    await sendAs(tools, me)
    return
  }
  set(reply.is === 'signedOut' ? { session: 'ended', line: 'up' } : { line: 'down' })
}

async function sendAs(tools: Round, me: Me): Promise<void> {
  const { set, get, locks, changed } = tools
  set({ sending: get().entries.some(({ state }) => state === 'waiting') })
  let haveSent = false
  const moved = () => {
    haveSent = true
    void changed()
  }
  const ended = await inTurn(locks, () => sendWaiting({ ...tools, moved }, me.post.id))
  set({ sending: false })
  if (ended.why === 'away') set({ line: 'down' })
  if (ended.why === 'signedOut') set({ session: 'ended' })
  await changed()
  if (ended.why === 'nothingWaits') await readAhead(tools, me, haveSent)
}
