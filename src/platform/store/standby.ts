import pg from 'pg'

/** How far a standby has come. */
export type Standby = {
  /** The moment whose commits it surely has; nothing while it is away or too far behind. */
  asOf(): number | undefined
  /** How far it was behind at the last look; nothing while it is away. */
  lagMs(): number | undefined
  stop(): Promise<void>
}

type Options = {
  readonly url: string
  /** Where writes go, by whose log the standby is measured. */
  readonly primary: () => string
  readonly limitMs: number
  readonly everyMs?: number
}

/** A mark in the primary's log and when it was read: all that was answered before lies before it. */
type Mark = { readonly at: number; readonly place: bigint }

const answerMs = 2_000

/**
 * Measures a standby by the primary's log, not by clocks: what it has replayed up to a mark holds
 * everything that was committed when the mark was read. So a standby that lost its line falls
 * behind even while it believes to have all, and one whose city sleeps does not.
 */
export function measureStandby(options: Options): Standby {
  const { url, primary, limitMs, everyMs = 1_000 } = options
  const marks: Mark[] = []
  const near = probe(primary)
  const far = probe(() => url)
  let reached: number | undefined
  let isAway = true
  let timer: NodeJS.Timeout | undefined
  let isStopped = false
  const look = async () => {
    const at = Date.now()
    const place = await near.ask(flushed).catch(() => undefined)
    if (place !== undefined) marks.push({ at, place })
    const replayed = await far.ask(replayedTo).catch(() => undefined)
    isAway = replayed === undefined
    if (replayed === undefined) return
    while (marks[0] !== undefined && marks[0].place <= replayed) reached = marks.shift()?.at
    // Without a mark it can reach there is nothing to tell by; half an hour of them is enough.
    if (marks.length > 1_800) marks.shift()
  }
  const lagMs = () => (isAway || reached === undefined ? undefined : Date.now() - reached)
  const turn = async () => {
    await look()
    if (isStopped) return
    timer = setTimeout(() => {
      running = turn()
    }, everyMs)
  }
  let running = turn()
  far.lost(() => (isAway = true))
  return {
    lagMs,
    asOf: () => ((lagMs() ?? Infinity) <= limitMs ? reached : undefined),
    async stop() {
      isStopped = true
      clearTimeout(timer)
      await running
      await Promise.all([near.close(), far.close()])
    },
  }
}

const flushed = `select (pg_current_wal_flush_lsn() - '0/0')::text as place`
// One that was promoted has nobody to follow: it is no standby any more.
const replayedTo = `select (pg_last_wal_replay_lsn() - '0/0')::text as place where pg_is_in_recovery()`

/** One connection for a small question, made anew when it was lost or leads elsewhere by now. */
function probe(address: () => string) {
  let client: pg.Client | undefined
  let url = ''
  let tell = () => {}
  const drop = async () => {
    const old = client
    client = undefined
    await old?.end().catch(() => undefined)
  }
  return {
    lost: (then: () => void) => void (tell = then),
    close: drop,
    async ask(text: string): Promise<bigint | undefined> {
      if (url !== address()) await drop()
      client ??= await opened((url = address()), () => {
        client = undefined
        tell()
      })
      try {
        const { rows } = await client.query<{ place: string | null }>(text)
        const place = rows[0]?.place ?? null
        return place === null ? undefined : BigInt(place)
      } catch (error) {
        await drop()
        throw error
      }
    },
  }
}

async function opened(url: string, lost: () => void): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: answerMs,
    query_timeout: answerMs,
    pipeline: true,
  })
  client.on('error', lost)
  await client.connect()
  return client
}
