import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** What goes wrong with a commit: it never gets there, or its answer never comes back. */
export type Loss = 'ask' | 'answer'

export type Wire = {
  /** Where the database is reached, through the wire. */
  readonly url: string
  /** From now on it leads to another server. */
  leadTo(url: string): void
  /** Each packet takes so much longer, both ways. */
  slowBy(ms: number): void
  /** Ends every connection at once. */
  cut(): void
  /** Loses one of the next commits for each loss, with the connection that it was on. */
  lose(losses: readonly Loss[]): void
  /** Losses that have not come true yet. */
  left(): number
  close(): Promise<void>
}

/** A line between the product and its database that can be slow, or break in the worst moment. */
export async function openWire(target: string): Promise<Wire> {
  const open = new Set<Socket>()
  const state: State = { target: new URL(target), delay: 0, losses: [] }
  const server = createServer((client) => join(client, state, open)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const url = new URL(target)
  url.port = String(typeof address === 'object' && address !== null ? address.port : 0)
  const cut = () => open.forEach((socket) => socket.destroy())
  return {
    url: url.href,
    leadTo: (next) => void (state.target = new URL(next)),
    slowBy: (ms) => void (state.delay = ms),
    cut,
    lose: (losses) => void state.losses.push(...losses),
    left: () => state.losses.length,
    async close() {
      server.close()
      cut()
      await once(server, 'close')
    },
  }
}

type State = { target: URL; delay: number; readonly losses: Loss[] }

// A prepared statement of this name is bound to the unnamed portal.
const commitBound = Buffer.from('\0commit\0')
/** Long enough for a commit to be done whose answer nobody hears. */
const unheardMs = 300

function join(client: Socket, state: State, open: Set<Socket>): void {
  const server = connect(Number(state.target.port), state.target.hostname)
  const both = [client, server]
  const end = () => both.forEach((socket) => socket.destroy())
  for (const socket of both) {
    open.add(socket)
    socket.setNoDelay(true)
    socket.on('error', end)
    socket.on('close', () => {
      open.delete(socket)
      end()
    })
  }
  let isDeaf = false
  const toServer = delayed(server, state)
  const toClient = delayed(client, state)
  client.on('data', (data) => {
    const loss = data.includes(commitBound) ? state.losses.shift() : undefined
    if (loss === 'ask') return end()
    if (loss === 'answer') {
      isDeaf = true
      server.once('data', () => void pause(unheardMs).then(end))
    }
    toServer(data)
  })
  server.on('data', (data) => {
    if (!isDeaf) toClient(data)
  })
}

/** Writes in order, each part at its own time. */
function delayed(to: Socket, state: State): (data: Buffer) => void {
  const queue: { readonly due: number; readonly data: Buffer }[] = []
  let isRunning = false
  const run = async () => {
    isRunning = true
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const wait = next.due - performance.now()
      if (wait > 0) await pause(wait)
      if (!to.destroyed) to.write(next.data)
    }
    isRunning = false
  }
  return (data) => {
    queue.push({ due: performance.now() + state.delay, data })
    if (!isRunning) void run()
  }
}
