import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { type Lanes, openLanes } from './lanes.ts'
import type { Tables } from './tables.ts'
import { valueTypes } from './value-types.ts'
import { openWriter, type Writer } from './writer.ts'

export type Database = {
  /** Typed reads, on a small pool. */
  readonly read: Kysely<Tables>
  /** Reads of the ask's own path, prepared, on pipelined connections. */
  readonly quick: Pick<Lanes, 'run'>
  /** The commit function, on pipelined connections. */
  readonly writer: Writer
  /** A connection of its own for long work: folding, copying, long reads. */
  bulk<T>(work: (client: pg.Client) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Opens a migrated database. Nothing is connected before it is used. */
export function openDatabase(url: string): Database {
  const pool = new pg.Pool({ ...waiting(url, readMs), max: 8 })
  // A lost connection is replaced by the pool, and the read that was on it fails; unheard, the
  // event would end the process, whether the connection was idle or lent out.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const read = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  const writer = openWriter(() => new pg.Client(waiting(url, askMs)))
  const quick = openLanes(() => new pg.Client(waiting(url, askMs)), 2)
  return {
    read,
    quick,
    writer,
    bulk: (work) => withClient(url, work),
    async close() {
      await Promise.all([writer.close(), quick.close()])
      await read.destroy()
    },
  }
}

/** Does work on one plain connection and closes it. */
export async function withClient<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(connection(url))
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

// A server that stands still, or a line that is dead and does not say so, must not keep people
// waiting: they are told to send again, which their ask's id makes safe.
const askMs = 10_000
const readMs = 15_000

/** A connection that is given up when it does not answer in time. Only pipelined ones are: others
 *  would go back to the pool still waiting for their answer. */
function waiting(url: string, ms: number): pg.ClientConfig {
  return { ...connection(url), pipeline: true, query_timeout: ms, connectionTimeoutMillis: 5_000 }
}

/** The tables of to-dos and clocks look empty to the planner, whose kept plans would then read
 *  them whole while dead rows pile up: such plans are priced out. */
function connection(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    types: valueTypes,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    options: '-c enable_seqscan=off -c jit=off -c timezone=UTC',
  }
}
