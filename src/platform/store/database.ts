import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { openGatheringWriter } from './gathering-writer.ts'
import { type Lanes, openLanes, type Statement } from './lanes.ts'
import { followServers, primaryOf } from './servers.ts'
import { measureStandby, type Standby } from './standby.ts'
import type { Tables } from './tables.ts'
import { valueTypes } from './value-types.ts'
import { openWriter, type Writer } from './writer.ts'

export type Database = {
  /** Typed reads, on a small pool. */
  readonly read: Kysely<Tables>
  /** Reads for numbers and sheets that may be some seconds old: they go to the standby while there
   *  is one that keeps up, else to the primary. */
  readonly far: Kysely<Tables>
  /** How old those may be; nothing without a standby. */
  readonly standby: Pick<Standby, 'asOf' | 'lagMs'> | undefined
  /** Reads of the ask's own path, prepared, on pipelined connections. */
  readonly quick: Pick<Lanes, 'run'>
  /** Reads for numbers, prepared, on the pool: they may take long, which nobody's ask waits for. */
  readonly numbers: Pick<Lanes, 'run'>
  /** The same farther off. */
  readonly farNumbers: Pick<Lanes, 'run'>
  /** The commit function, on pipelined connections. */
  readonly writer: Writer
  /** The same without waiting for the disk, and several asks by one call: what is committed so lasts
   *  once a later commit does, and nobody may be told of it before. For many asks that are answered
   *  together. */
  readonly late: Writer
  /** A connection of its own for long work: folding, copying, long reads. */
  bulk<T>(work: (client: pg.Client) => Promise<T>): Promise<T>
  close(): Promise<void>
}

type Options = {
  /** Of several hosts the one that takes writes, as `primaryOf` tells. */
  readonly first?: string | undefined
  /** A standby of that database. */
  readonly readUrl?: string | undefined
  /** How far behind it may be for reads to go there. */
  readonly readLimitMs?: number
}

/**
 * Opens a migrated database. Nothing is connected before it is used, but where the address names
 * several hosts: then everything goes to the one that takes writes, and leaves it when another does.
 */
export function openDatabase(
  url: string,
  { first, readUrl, readLimitMs = 15_000 }: Options = {},
): Database {
  const open = new Set<pg.Client>()
  const servers = followServers(url, {
    first,
    changed() {
      const before = pool
      pool = openPool(servers.url(), open)
      // Who still hears a server that is the primary no more would read a past of its own.
      for (const client of open) void client.end().catch(() => undefined)
      void before.end()
    },
  })
  let pool = openPool(servers.url(), open)
  const newClient = () => kept(new pg.Client(waiting(servers.url(), askMs)), open)
  const farPool = readUrl === undefined ? undefined : openPool(readUrl, new Set())
  const standby =
    readUrl === undefined
      ? undefined
      : measureStandby({ url: readUrl, primary: () => servers.url(), limitMs: readLimitMs })
  const near = () => pool.connect()
  const far = () =>
    farPool === undefined || standby?.asOf() === undefined ? near() : farPool.connect().catch(near)
  const [read, readFar] = [readsOf(near), readsOf(far)]
  const writer = openWriter(newClient)
  const late = openGatheringWriter(() =>
    kept(new pg.Client(lazily(waiting(servers.url(), askMs))), open),
  )
  const quick = openLanes(newClient, 2)
  return {
    read,
    far: readFar,
    standby,
    quick,
    numbers: preparedOn(near),
    farNumbers: preparedOn(far),
    writer,
    late,
    bulk: (work) => using(kept(new pg.Client(connection(servers.url())), open), work),
    async close() {
      await Promise.all([servers.stop(), standby?.stop(), writer.close()])
      await Promise.all([late.close(), quick.close()])
      await Promise.all([read.destroy(), readFar.destroy()])
      await Promise.all([pool.end(), farPool?.end()])
    },
  }
}

/** The same database for whoever may be told what is some seconds old. */
export function fartherOf(db: Database): Database {
  return { ...db, read: db.far, numbers: db.farNumbers }
}

/** Does work on one plain connection and closes it. */
export async function withClient<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  return using(new pg.Client(connection(await primaryOf(url))), work)
}

async function using<T>(client: pg.Client, work: (client: pg.Client) => Promise<T>): Promise<T> {
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function openPool(url: string, open: Set<pg.Client>): pg.Pool {
  const times = { statement_timeout: endedMs, idleTimeoutMillis: idleMs }
  const pool = new pg.Pool({ ...waiting(url, readMs), ...times, max: 8 })
  // A lost connection is replaced by the pool, and the read that was on it fails; unheard, the
  // event would end the process, whether the connection was idle or lent out.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => kept(client, open).on('error', () => undefined))
  return pool
}

/** The pools are ended by whoever opened them: one of them may serve both sorts of reads. */
function readsOf(connect: () => Promise<pg.PoolClient>): Kysely<Tables> {
  const pool = { options: {}, connect, end: () => Promise.resolve() }
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}

function preparedOn(connect: () => Promise<pg.PoolClient>): Pick<Lanes, 'run'> {
  return {
    async run<R extends pg.QueryResultRow>({ name, text, values }: Statement) {
      const client = await connect()
      try {
        const { rows } = await client.query<R>({ name, text, values: [...values] })
        return rows
      } finally {
        client.release()
      }
    },
  }
}

function kept<C extends pg.Client>(client: C, open: Set<pg.Client>): C {
  open.add(client)
  client.once('end', () => open.delete(client))
  return client
}

/** Each connection is a process of the database with what it knows of tables in its memory. Those
 *  that a busy moment needed go; the pool gives out the one used last, so that few are kept warm. */
const idleMs = 3_000

// A server that stands still, or a line that is dead and does not say so, must not keep people
// waiting: they are told to send again, which their ask's id makes safe.
const askMs = 10_000
const readMs = 15_000
/** The server ends what nobody will wait for any more, and can say so. */
const endedMs = readMs - 1_000
const connectMs = 5_000

/** A connection that is given up when it does not answer in time. Only pipelined ones are: others
 *  would go back to the pool still waiting for their answer. */
function waiting(url: string, ms: number): pg.ClientConfig {
  return { ...connection(url), pipeline: true, query_timeout: ms }
}

function lazily(config: pg.ClientConfig): pg.ClientConfig {
  return { ...config, options: `${config.options ?? ''} -c synchronous_commit=off` }
}

/** The tables of to-dos and clocks look empty to the planner, whose kept plans would then read
 *  them whole while dead rows pile up: such plans are priced out. */
function connection(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    types: valueTypes,
    connectionTimeoutMillis: connectMs,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    options: '-c enable_seqscan=off -c jit=off -c timezone=UTC',
  }
}
