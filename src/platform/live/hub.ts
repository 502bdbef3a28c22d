import type { Database } from '../store/database.ts'
import { moment } from '../world/sql-moment.ts'
import { type Moved, startWatch, type Watch } from './watch.ts'

/** Who listens, and how to reach them. */
export type Viewer = {
  readonly session: string
  readonly account: string
  readonly unit: number
  readonly token: string
  /** False where what was sent before has not gone out yet: there will be more to tell. */
  readonly send: (text: string) => boolean
  readonly end: () => void
}

export type Hub = {
  /** Whether one more of this account has room. */
  hasRoom(account: string): boolean
  /** Gives what takes the viewer away again. */
  join(viewer: Viewer): () => void
  /** Ends what a session that was just closed still listens to. */
  endToken(token: string): void
  endAll(): void
  count(): number
}

type Options = {
  readonly db: Pick<Database, 'read'>
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
  let watch: Watch | undefined
  let checking: NodeJS.Timeout | undefined
  const { checkMs = 15_000, everyMs } = options
  const tell = ({ counts, units }: Moved) => {
    for (const viewer of viewers) {
      if (counts !== undefined) viewer.send(`data: ${JSON.stringify({ counts })}\n\n`)
      if (units.has(viewer.unit)) viewer.send('data: {"notices":true}\n\n')
    }
  }
  const check = async () => {
    const open = await openSessions(options, new Set([...viewers].map(({ session }) => session)))
    for (const viewer of viewers)
      if (open.has(viewer.session)) viewer.send(': here\n\n')
      else viewer.end()
  }
  const rest = () => {
    if (viewers.size > 0) return
    watch?.stop()
    watch = undefined
    clearInterval(checking)
  }
  const begin = () => {
    if (watch !== undefined) return
    const every = everyMs === undefined ? {} : { everyMs }
    watch = startWatch(options.db, { ...options, ...every, moved: tell })
    checking = setInterval(() => void check().catch(() => undefined), checkMs)
  }
  return {
    hasRoom(account) {
      const own = [...viewers].filter((viewer) => viewer.account === account)
      return viewers.size < mostOfAll && own.length < mostOfOneAccount
    },
    join(viewer) {
      viewers.add(viewer)
      begin()
      return () => {
        viewers.delete(viewer)
        rest()
      }
    },
    endToken(token) {
      for (const viewer of viewers) if (viewer.token === token) viewer.end()
    },
    endAll() {
      for (const viewer of viewers) viewer.end()
    },
    count: () => viewers.size,
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
