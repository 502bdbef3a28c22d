import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

/** As many as files run at once: each may hold most of the connections that a server takes. */
const workers = 2
let servers: readonly ChildProcess[] = []

/** Servers for all test files that need a database: each makes one of its own there. */
export async function setup(): Promise<void> {
  if (process.env['TEST_DATABASE_URL'] !== undefined) return
  servers = Array.from({ length: workers }, () =>
    fork(new URL('database-server.ts', import.meta.url)),
  )
  const urls = await Promise.all(servers.map(urlOf))
  process.env['TEST_DATABASE_URL'] = urls.join(' ')
}

async function urlOf(server: ChildProcess): Promise<string> {
  const [url] = await Promise.race([once(server, 'message'), once(server, 'exit')])
  if (typeof url !== 'string') throw new Error('a database server of the tests did not start')
  return url
}

export async function teardown(): Promise<void> {
  await Promise.all(
    servers.map(async (server) => {
      const ended = once(server, 'exit')
      server.disconnect()
      await ended
    }),
  )
}
