import type { Call } from '../net/call.ts'
import type { Refusal, Reply } from '../net/reply.ts'
import type { Entry } from '../outbox/entry.ts'
import { inTurn, oneAfterAnother } from '../outbox/in-turn.ts'
import { sendWaiting } from '../outbox/send-waiting.ts'
import type { Store } from '../outbox/store.ts'
import { type Me, meIn } from './me.ts'
import { readAhead } from './read-ahead.ts'
import { entriesFor, nothingYet, type Snapshot } from './snapshot.ts'
import { dropLeftovers, enter, keptMe, leave, leaving } from './who.ts'

export type WorkTools = {
  readonly store: Store
  readonly keeps: boolean
  readonly call: (call: Call) => Promise<Reply>
  readonly now: () => number
  readonly locks: LockManager | undefined
  /** Tells the other tabs that what is kept has changed. */
  readonly tell: () => void
  /** Told that something waits, so that it may be sent when the page is closed. */
  readonly waits: () => void
}

export type Work = ReturnType<typeof openWork>

/** What the page knows and does: who works here, what waits, and rounds of sending. */
export function openWork(tools: WorkTools) {
  const { store, call } = tools
  let snapshot: Snapshot = { ...nothingYet, keeps: tools.keeps }
  const listeners = new Set<() => void>()
  const set = (part: Partial<Snapshot>) => {
    snapshot = { ...snapshot, ...part }
    for (const listener of listeners) listener()
  }
  /** What is kept is the truth: another tab may have changed it. */
  const reread = async () => {
    const [me, all] = await Promise.all([keptMe(store), store.entries()])
    const left = me === undefined && snapshot.me !== undefined
    set({ me, ...entriesFor(me, all), ...(left ? { session: 'ended' } : {}) })
  }
  const changed = async () => {
    tools.tell()
    await reread()
  }
  const become = async (me: Me) => {
    await enter(store, me)
    set({ session: 'open', line: 'up' })
    await changed()
  }
  let left = 0
  const round = oneAfterAnother(() =>
    oneRound({ ...tools, get: () => snapshot, left: () => left, set, become, changed }),
  )
  const enterBy = async (asked: Call): Promise<Refusal | undefined> => {
    if (await leaving(store, call)) return noLine
    const reply = await call(asked)
    if (reply.is === 'refused') return reply.refusal
    if (reply.is !== 'done') return noLine
    await become(meIn(reply.body))
    void round()
    return undefined
  }
  return {
    get: () => snapshot,
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    store,
    call,
    reread,
    round,
    lineIsDown: () => set({ line: 'down' }),
    async open() {
      await dropLeftovers(store, tools.now())
      await reread()
      set({ ready: true })
    },
    /** Kept on the device first, then sent as soon as it can be. */
    async writeDown(entry: Entry) {
      await store.put(entry)
      tools.waits()
      await changed()
      void round()
    },
    /** Takes back what has never been sent, or gives up what was refused. */
    async giveUp(id: string) {
      await inTurn(tools.locks, async () => {
        const entry = await store.entry(id)
        if (entry === undefined || (entry.state === 'waiting' && entry.tries > 0)) return
        await store.removePhotos(entry.photos.map(({ key }) => key))
        await store.remove(id)
      })
      await changed()
    },
    signIn: (login: string, password: string) =>
      enterBy({ path: '/api/session', body: { login, password } }),
    switchTo: (post: string) => enterBy({ path: '/api/me/post', body: { post } }),
    async signOut() {
      left += 1
      await leave(store)
      await changed()
      void round()
    },
  }
}

const noLine: Refusal = {
  status: 0,
  code: 'away',
  says: '现在连不上平台',
  instead: '请等有信号了再试；写好的都还在这台手机上。',
}

type Round = WorkTools & {
  readonly get: () => Snapshot
  /** How often somebody has left: an answer from before is no longer about whoever works here. */
  readonly left: () => number
  readonly set: (part: Partial<Snapshot>) => void
  readonly become: (me: Me) => Promise<void>
  readonly changed: () => Promise<void>
}

/** Asks who is signed in, sends what waits in that post, and reads ahead for when the line goes. */
async function oneRound(tools: Round): Promise<void> {
  const { store, call, set } = tools
  if (await leaving(store, call)) {
    set({ line: 'down' })
    return
  }
  const before = tools.left()
  const reply = await call({ path: '/api/me' })
  if (tools.left() !== before) return
  if (reply.is === 'signedOut') {
    set({ session: 'ended', line: 'up' })
    return
  }
  if (reply.is !== 'done') {
    set({ line: 'down' })
    return
  }
  const me = meIn(reply.body)
  await tools.become(me)
  set({ sending: tools.get().entries.some(({ state }) => state === 'waiting') })
  const moved = () => void tools.changed()
  const ended = await inTurn(tools.locks, () => sendWaiting({ ...tools, moved }, me.post.id))
  set({ sending: false })
  if (ended.why === 'away') set({ line: 'down' })
  if (ended.why === 'signedOut') set({ session: 'ended' })
  await tools.changed()
  if (ended.why === 'nothingWaits') await readAhead(tools, me)
}
