import type pg from 'pg'
import { codeOf, isAway, StoreAway } from './faults.ts'

export type Writer = {
  /** Calls the commit function with its values. See `commit` for what the answers mean. */
  commit(values: readonly unknown[]): Promise<string | null>
  close(): Promise<void>
}

type Lane = { client: pg.Client | undefined; inFlight: number; failures: number }

const laneCount = 4
const longestPause = 2000

/**
 * Four pipelined connections with the commit function prepared on each; a commit goes to the one
 * with the least in flight. A lost connection is made again behind, with growing pauses; while
 * there is none, commits fail with StoreAway.
 */
export function openWriter(newClient: () => pg.Client): Writer {
  const lanes: Lane[] = Array.from({ length: laneCount }, () => ({
    client: undefined,
    inFlight: 0,
    failures: 0,
  }))
  const pauses = new Set<NodeJS.Timeout>()
  let closed = false
  let opening: Promise<unknown> | undefined

  return {
    async commit(values) {
      if (closed) throw new StoreAway()
      await (opening ??= Promise.all(lanes.map(connect)))
      const lane = lanes
        .filter((one) => one.client !== undefined)
        .reduce<Lane | undefined>(
          (a, b) => (a !== undefined && a.inFlight <= b.inFlight ? a : b),
          undefined,
        )
      if (lane?.client === undefined) throw new StoreAway()
      lane.inFlight += 1
      try {
        return await called(lane.client, values)
      } finally {
        lane.inFlight -= 1
      }
    },
    async close() {
      closed = true
      for (const pause of pauses) clearTimeout(pause)
      await opening
      await Promise.all(lanes.map((lane) => lane.client?.end()))
    },
  }

  async function connect(lane: Lane): Promise<void> {
    if (closed) return
    const client = newClient()
    const lost = () => {
      if (lane.client !== client) return
      lane.client = undefined
      again(lane)
    }
    client.on('error', lost)
    client.on('end', lost)
    try {
      await client.connect()
      lane.client = client
      lane.failures = 0
    } catch {
      again(lane)
    }
  }

  function again(lane: Lane): void {
    if (closed) return
    lane.failures += 1
    const pause = setTimeout(
      () => {
        pauses.delete(pause)
        void connect(lane)
      },
      Math.min(longestPause, 25 * 2 ** lane.failures),
    )
    pauses.add(pause)
  }
}

async function called(client: pg.Client, values: readonly unknown[]): Promise<string | null> {
  try {
    const { rows } = await client.query<{ said: string | null }>({
      name: 'commit',
      text: statement(values.length),
      values: [...values],
    })
    return rows[0]?.said ?? null
  } catch (error) {
    const code = codeOf(error)
    if (code === 'TX001' && error instanceof Error) return error.message
    // Two commits that waited for each other, or met in a unique key: decided again.
    if (code === '40P01' || code === '40001' || code === '23505') return 'conflict'
    throw isAway(error) ? new StoreAway(error) : error
  }
}

const statements = new Map<number, string>()

function statement(size: number): string {
  const known = statements.get(size)
  if (known !== undefined) return known
  const places = Array.from({ length: size }, (_, index) => `$${index + 1}`)
  const text = `select commit_ask(${places.join(', ')}) as said`
  statements.set(size, text)
  return text
}
