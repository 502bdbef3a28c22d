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
 * that is removed.
 */
export async function startTestDatabase(): Promise<TestDatabase> {
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
