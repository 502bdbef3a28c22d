import { createServer, type Server, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { openDatabase, withClient } from './database.ts'
import { isAway } from './faults.ts'

const servers: Server[] = []
const sockets: Socket[] = []
afterEach(() => {
  sockets.splice(0).forEach((socket) => socket.destroy())
  servers.splice(0).forEach((server) => server.close())
})

/** A server that takes the line and says nothing, as one does that stands still. */
async function silent(): Promise<string> {
  const server = createServer((socket) => sockets.push(socket))
  servers.push(server)
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  return `postgres://x@127.0.0.1:${typeof address === 'object' ? address?.port : 0}/x`
}

test('long work is not begun for ever on a server that takes the line and never answers', async () => {
  const url = await silent()
  const db = openDatabase(url)
  const [long, plain] = await Promise.allSettled([
    db.bulk(() => Promise.resolve('worked')),
    withClient(url, () => Promise.resolve('worked')),
  ])
  for (const tried of [long, plain])
    expect(tried.status === 'rejected' && isAway(tried.reason)).toBe(true)
  await db.close()
}, 12_000)
