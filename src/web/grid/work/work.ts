import type { Call } from '../net/call.ts'
import type { Refusal, Reply } from '../net/reply.ts'
import type { Entry } from '../outbox/entry.ts'
import { inTurn, oneAfterAnother } from '../outbox/in-turn.ts'
import type { Store } from '../outbox/store.ts'
import { type Me, meIn } from './me.ts'
import { type SecondStep, type Way, waysIn } from './second-step.ts'
import { oneRound } from './round.ts'
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
  let timesLeft = 0
  const left = () => timesLeft
  const get = () => snapshot
  const round = oneAfterAnother(() => oneRound({ ...tools, get, left, set, become, changed }))
  return {
    get,
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
    ...entering(tools, { become, round }),
    ...writing(tools, { changed, round }),
    async signOut() {
      timesLeft += 1
      await leave(store)
      await changed()
      void round()
    },
  }
}

function entering(
  { store, call }: WorkTools,
  { become, round }: { become: (me: Me) => Promise<void>; round: () => Promise<void> },
) {
  const enterBy = async (asked: Call, ways: Way[] = []): Promise<Refusal | undefined> => {
    if (await leaving(store, call)) return noLine
    const reply = await call(asked)
    if (reply.is === 'refused') return reply.refusal
    if (reply.is !== 'done') return noLine
    ways.push(...waysIn(reply.body))
    if (ways.length > 0) return undefined
    await become(meIn(reply.body))
    void round()
    return undefined
  }
  return {
    /** The ways in which the second step can be taken, where the account has one. */
    async signIn(
      login: string,
      password: string,
      stay: boolean,
    ): Promise<Refusal | SecondStep | undefined> {
      const ways: Way[] = []
      const refusal = await enterBy({ path: '/api/session', body: { login, password, stay } }, ways)
      return ways.length === 0 ? refusal : { ways }
    },
    giveCode: (way: Way, code: string) =>
      enterBy({ path: '/api/session/second', body: { way, code } }),
    givePasskey: (response: unknown) =>
      enterBy({ path: '/api/session/second', body: { way: 'passkey', response } }),
    switchTo: (post: string) => enterBy({ path: '/api/me/post', body: { post } }),
  }
}

function writing(
  { store, locks, waits }: WorkTools,
  { changed, round }: { changed: () => Promise<void>; round: () => Promise<void> },
) {
  return {
    /** Kept on the device first, then sent as soon as it can be. False when the device is full. */
    async writeDown(entry: Entry): Promise<boolean> {
      const kept = await store.put(entry).then(
        () => true,
        () => false,
      )
      if (!kept) return false
      waits()
      await changed()
      void round()
      return true
    },
    /** Takes back what has never been sent, or gives up what was refused. */
    async giveUp(id: string): Promise<void> {
      await inTurn(locks, async () => {
        const entry = await store.entry(id)
        if (entry === undefined || (entry.state === 'waiting' && entry.tries > 0)) return
        await store.removePhotos(entry.photos.map(({ key }) => key))
        await store.remove(id)
      })
      await changed()
    },
  }
}

const noLine: Refusal = {
  status: 0,
  code: 'away',
  says: '现在连不上平台',
  instead: '请等有信号了再试；写好的都还在这台手机上。',
}
