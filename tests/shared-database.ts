import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

let server: ChildProcess | undefined

/** One server for all test files that need a database: each makes one of its own on it. */
export async function setup(): Promise<void> {
  if (process.env['TEST_DATABASE_URL'] !== undefined) return
  server = fork(new URL('database-server.ts', import.meta.url))
  const [url] = await Promise.race([once(server, 'message'), once(server, 'exit')])
  if (typeof url !== 'string') throw new Error('the database server of the tests did not start')
  process.env['TEST_DATABASE_URL'] = url
}

export async function teardown(): Promise<void> {
  if (server === undefined) return
  const ended = once(server, 'exit')
  server.disconnect()
  await ended
}
