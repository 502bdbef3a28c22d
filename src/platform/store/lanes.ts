import type pg from 'pg'
import { StoreAway } from './faults.ts'

export type Statement = {
  readonly name: string
  readonly text: string
  readonly values: readonly unknown[]
}

export type Lanes = {
  /** Runs a statement, prepared under its name on each connection. Driver errors come as they are. */
  run<R extends pg.QueryResultRow>(statement: Statement): Promise<readonly R[]>
  close(): Promise<void>
}

const longestPause = 2000

/**
 * A few pipelined connections; a statement goes to the one with the least in flight. A lost
 * connection is made again behind, with growing pauses; while there is none, statements fail with
 * StoreAway.
 */
export function openLanes(newClient: () => pg.Client, count: number): Lanes {
  const lanes = Array.from({ length: count }, () => laneOf(newClient))
  let closed = false
  let opening: Promise<unknown> | undefined

  return {
    async run<R extends pg.QueryResultRow>({ name, text, values }: Statement) {
      if (closed) throw new StoreAway()
      await (opening ??= Promise.all(lanes.map((lane) => lane.open())))
      const lane = freest(lanes)
      const client = lane?.client()
      if (lane === undefined || client === undefined) throw new StoreAway()
      lane.inFlight += 1
      lane.gather(client)
      try {
        const { rows } = await client.query<R>({ name, text, values: [...values] })
        return rows
      } finally {
        lane.inFlight -= 1
      }
    },
    async close() {
      closed = true
      await opening
      await Promise.all(lanes.map((lane) => lane.close()))
    },
  }
}

type Lane = {
  inFlight: number
  /** Lets what is sent in one turn of the loop go out together: of all that a request costs here,
   *  writing to the socket costs most. */
  gather(client: pg.Client): void
  client(): pg.Client | undefined
  open(): Promise<void>
  close(): Promise<void>
}

/** One connection, made again for as long as the lane is open. */
function laneOf(newClient: () => pg.Client): Lane {
  let current: pg.Client | undefined
  let pause: NodeJS.Timeout | undefined
  let failures = 0
  let closed = false

  return { inFlight: 0, gather, client: () => current, open, close }

  function gather({ connection: { stream } }: pg.Client): void {
    if (stream.writableCorked > 0) return
    stream.cork()
    setImmediate(() => stream.uncork())
  }

  async function open(): Promise<void> {
    const client = newClient()
    const lost = () => {
      if (current !== client) return
      current = undefined
      again()
    }
    client.on('error', lost)
    client.on('end', lost)
    try {
      await client.connect()
      if (closed) return await client.end()
      current = client
      failures = 0
    } catch {
      again()
    }
  }

  function again(): void {
    if (closed) return
    failures += 1
    pause = setTimeout(() => void open(), Math.min(longestPause, 25 * 2 ** failures))
  }

  async function close(): Promise<void> {
    closed = true
    clearTimeout(pause)
    await current?.end()
  }
}

function freest(lanes: readonly Lane[]): Lane | undefined {
  let best: Lane | undefined
  for (const lane of lanes)
    if (lane.client() !== undefined && (best === undefined || lane.inFlight < best.inFlight))
      best = lane
  return best
}
