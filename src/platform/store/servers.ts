import pg from 'pg'
import { serverUrls } from './server-urls.ts'

/** The servers of one database: one of them takes writes at a time. */
export type Servers = {
  /** The address of the one that takes writes, as far as is known. */
  url(): string
  stop(): Promise<void>
}

type Options = {
  /** Called when another server takes writes than did before. */
  readonly changed: () => void
  readonly everyMs?: number
  /** The one that takes writes, where it was asked for already. */
  readonly first?: string | undefined
}

type Found = { readonly url: string; readonly timeline: number }

const answerMs = 2_000

/**
 * Follows the server that takes writes, with a look each second when there are several. Of two that
 * would take writes it is the one promoted last: an old primary that comes back has an earlier
 * timeline.
 */
export function followServers(text: string, { changed, everyMs = 1_000, first }: Options): Servers {
  const urls = serverUrls(text)
  let at: Found = { url: first ?? urls[0] ?? text, timeline: 0 }
  let timer: NodeJS.Timeout | undefined
  let isStopped = urls.length < 2
  let looking = Promise.resolve()
  const look = async () => {
    const found = await writable(urls)
    if (isStopped || found === undefined || found.timeline < at.timeline) return
    const isOther = found.url !== at.url
    at = found
    if (isOther) changed()
  }
  const turn = () => {
    if (isStopped) return
    looking = look().then(() => {
      if (!isStopped) timer = setTimeout(turn, everyMs)
    })
  }
  turn()
  return {
    url: () => at.url,
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await looking
    },
  }
}

/** The address of the server that takes writes; the first where none can be asked. */
export async function primaryOf(text: string): Promise<string> {
  const urls = serverUrls(text)
  return urls.length < 2 ? text : ((await writable(urls))?.url ?? urls[0] ?? text)
}

async function writable(urls: readonly string[]): Promise<Found | undefined> {
  const found = await Promise.all(urls.map((url) => timelineOf(url).catch(() => undefined)))
  return urls.reduce<Found | undefined>((best, url, index) => {
    const timeline = found[index]
    return timeline === undefined || timeline <= (best?.timeline ?? 0) ? best : { url, timeline }
  }, undefined)
}

/** How often a server's line of history was begun anew; nothing for one that follows another. */
async function timelineOf(url: string): Promise<number | undefined> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: answerMs,
    query_timeout: answerMs,
  })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ timeline: string | null }>(
      `select case when not pg_is_in_recovery()
         then substr(pg_walfile_name(pg_current_wal_flush_lsn()), 1, 8) end as timeline`,
    )
    const timeline = rows[0]?.timeline ?? null
    return timeline === null ? undefined : Number.parseInt(timeline, 16)
  } finally {
    // One that stands still would not let go of it in order.
    await Promise.race([client.end(), new Promise((resolve) => setTimeout(resolve, 200).unref())])
  }
}
