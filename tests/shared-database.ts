import { fork } from 'node:child_process'
import { once } from 'node:events'

/** One server for all test files that need a database: each makes one of its own on it. */
export default async function shareServer(): Promise<(() => Promise<void>) | undefined> {
  if (process.env['TEST_DATABASE_URL'] !== undefined) return undefined
  const server = fork(new URL('database-server.ts', import.meta.url))
  const ended = once(server, 'exit')
  const [url] = await Promise.race([once(server, 'message'), ended])
  if (typeof url !== 'string') throw new Error('the database server of the tests did not start')
  process.env['TEST_DATABASE_URL'] = url
  return async () => {
    server.disconnect()
    await ended
  }
}
