import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../postgres/embedded.ts'
import { type Database, openDatabase, withClient } from '../store/database.ts'
import { migrate } from '../store/migrate.ts'

export type TestDatabase = {
  readonly url: string
  readonly db: Database
  stop(): Promise<void>
}

/**
 * A migrated database of its own, for one test file. With TEST_DATABASE_URL it is made on that
 * server, or on one of several, each for one worker; without, on a server started for it in a folder
 * that is removed. With CITUS_URL it is that one database of a cluster, cleared: a cluster makes no
 * databases of its own, so there one file works at a time.
 */
export async function startTestDatabase(): Promise<TestDatabase> {
  const cluster = process.env['CITUS_URL']
  if (cluster !== undefined) return clearedOn(cluster)
  const servers = process.env['TEST_DATABASE_URL']?.split(' ') ?? []
  const given = servers[Number(process.env['VITEST_POOL_ID'] ?? 0) % servers.length]
  if (given !== undefined) return freshOn(given, () => Promise.resolve())
  const home = await mkdtemp(join(tmpdir(), 'tongxin-test-'))
  const server = await startEmbedded({ home, say: () => undefined })
  return freshOn(server.url, async () => {
    await server.stop()
    await rm(home, { recursive: true, force: true })
  })
}

async function clearedOn(url: string): Promise<TestDatabase> {
  await clearForTests(url)
  await migrate(url, () => undefined)
  const db = openDatabase(url)
  return { url, db, stop: () => db.close() }
}

const ours = 'tests of tongxin: all that is in here is thrown away'

/** Empties a database that holds nothing or what earlier tests left; any other is refused. */
export async function clearForTests(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ marked: boolean; holds: number }>(
      `select coalesce(obj_description(n.oid, 'pg_namespace') = $1, false) as marked,
         (select count(*)::int from pg_class c where c.relnamespace = n.oid
           and c.relkind in ('r', 'p', 'v', 'm')) as holds
       from pg_namespace n where n.nspname = 'public'`,
      [ours],
    )
    const [found] = rows
    if (found !== undefined && !found.marked && found.holds > 0)
      throw new Error('this database holds tables that no test made')
    await client.query('drop schema if exists public cascade')
    await client.query('create schema public')
    await client.query(`comment on schema public is '${ours}'`)
  })
}

async function freshOn(server: string, after: () => Promise<void>): Promise<TestDatabase> {
  const name = `t${process.pid}_${process.hrtime.bigint()}`
  await withClient(server, (client) => client.query(`create database ${name}`))
  const url = new URL(server)
  url.pathname = `/${name}`
  await migrate(url.href, () => undefined)
  const db = openDatabase(url.href)
  return {
    url: url.href,
    db,
    async stop() {
      await db.close()
      // Not by force: the server's own vacuum may be at work there, and that is not ours to end.
      await withClient(server, (client) => client.query(`drop database ${name}`))
      await after()
    },
  }
}
