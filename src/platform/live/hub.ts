import type { Database } from '../store/database.ts'
import { moment } from '../world/sql-moment.ts'
import { type Moved, startWatch } from './watch.ts'

/** Who listens, and how to reach them. */
export type Viewer = {
  readonly session: string
  readonly account: string
  readonly unit: number
  readonly token: string
  /** False where what was sent before has not gone out yet: there will be more to tell. */
  readonly send: (line: Buffer) => boolean
  readonly end: () => void
}

export type Hub = {
  /** Whether one more of this account has room. */
  hasRoom(account: string): boolean
  /** Gives what takes the viewer away again. */
  join(viewer: Viewer): () => void
  /** Ends what a session that was just closed still listens to. */
  endToken(token: string): void
  /** Ends everything; resolves when the database is no longer asked. */
  endAll(): Promise<void>
}

type Options = {
  readonly db: Pick<Database, 'read' | 'far'>
  readonly city: () => number | undefined
  readonly now: () => number
  /** How long a session may lie idle. */
  readonly idleMs: () => number
  readonly everyMs?: number
  readonly checkMs?: number
}

/** Browsers share one connection among their tabs: more than a few are no people. */
const mostOfOneAccount = 8
const mostOfAll = 5_000

/** All viewers of a process: one look at the database for all of them, while there are any. */
export function openHub(options: Options): Hub {
  const viewers = new Set<Viewer>()
  let looking: Looking | undefined
  let known: number | undefined
  let ending = Promise.resolve()
  const tell = ({ counts, units }: Moved) => {
    known = counts ?? known
    // One line for all: made for each, it would cost more than sending it.
    const line = counts === undefined ? undefined : countsLine(counts)
    void bitByBit([...viewers], (viewer) => {
      if (!viewers.has(viewer)) return
      if (line !== undefined) viewer.send(line)
      if (units.has(viewer.unit)) viewer.send(noticesLine)
    })
  }
  const rest = () => {
    if (viewers.size > 0) return
    ending = looking?.stop() ?? ending
    looking = undefined
    known = undefined
  }
  return {
    hasRoom(account) {
      const own = [...viewers].filter((viewer) => viewer.account === account)
      return viewers.size < mostOfAll && own.length < mostOfOneAccount
    },
    join(viewer) {
      viewers.add(viewer)
      if (known !== undefined) viewer.send(countsLine(known))
      looking ??= startLooking(options, viewers, tell)
      return () => {
        viewers.delete(viewer)
        rest()
      }
    },
    endToken(token) {
      for (const viewer of viewers) if (viewer.token === token) viewer.end()
    },
    async endAll() {
      for (const viewer of viewers) viewer.end()
      viewers.clear()
      rest()
      await ending
    },
  }
}

type Looking = { stop(): Promise<void> }

/** Looks for what moved, and now and then whether those who listen are still signed in. */
function startLooking(
  options: Options,
  viewers: ReadonlySet<Viewer>,
  moved: (moved: Moved) => void,
): Looking {
  const { checkMs = 15_000 } = options
  const watch = startWatch(options.db, { ...options, moved })
  let checked = Promise.resolve()
  const check = async () => {
    const open = await openSessions(options, new Set([...viewers].map(({ session }) => session)))
    for (const viewer of viewers)
      if (open.has(viewer.session)) viewer.send(hereLine)
      else viewer.end()
  }
  const checking = setInterval(() => {
    checked = check().catch(() => undefined)
  }, checkMs)
  return {
    async stop() {
      clearInterval(checking)
      await Promise.all([watch.stop(), checked])
    },
  }
}

const hereLine = Buffer.from(': here\n\n')
const noticesLine = Buffer.from('data: {"notices":true}\n\n')

function countsLine(counts: number): Buffer {
  return Buffer.from(`data: ${JSON.stringify({ counts })}\n\n`)
}

/** So many are told before whoever asks something has a turn. */
const toldAtOnce = 250

async function bitByBit<T>(all: readonly T[], work: (one: T) => void): Promise<void> {
  for (let at = 0; at < all.length; at += toldAtOnce) {
    if (at > 0) await new Promise((resolve) => setImmediate(resolve))
    for (const one of all.slice(at, at + toldAtOnce)) work(one)
  }
}

/** Those that are still signed in. Listening alone does not keep anybody signed in. */
async function openSessions(
  { db, city, now, idleMs }: Options,
  sessions: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  if (sessions.size === 0) return new Set()
  const rows = await db.read
    .selectFrom('session')
    .select('id')
    .where('city', '=', city() ?? 0)
    .where('id', 'in', [...sessions])
    .where('expires', '>', moment(now()))
    .where('seen', '>', moment(now() - idleMs()))
    .execute()
  return new Set(rows.map(({ id }) => id))
}
