import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

export type Gate = {
  readonly url: string
  /** Nobody gets through until it is opened, and who is on the way is cut off. */
  shut(): void
  open(): void
  /** What the next so many say arrives, and they hear no answer. */
  deafen(times: number): void
  close(): Promise<void>
}

/** The line between two cities, which can be away or lose answers. */
export async function openGate(port: number): Promise<Gate> {
  const through = new Set<Socket>()
  let [isShut, deaf] = [false, 0]
  const server = createServer((client) => {
    if (isShut) return void client.destroy()
    const beyond = connect(port, '127.0.0.1')
    const both = [client, beyond]
    const end = () => both.forEach((socket) => socket.destroy())
    for (const socket of both) {
      through.add(socket)
      socket.on('error', end)
      socket.on('close', () => {
        through.delete(socket)
        end()
      })
    }
    client.on('data', (data) => beyond.write(data))
    beyond.on('data', (data) => {
      if (deaf === 0) return void client.write(data)
      deaf -= 1
      end()
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const own = typeof address === 'object' && address !== null ? address.port : 0
  const cut = () => through.forEach((socket) => socket.destroy())
  return {
    url: `http://127.0.0.1:${own}`,
    shut: () => {
      isShut = true
      cut()
    },
    open: () => void (isShut = false),
    deafen: (times) => void (deaf = times),
    async close() {
      server.close()
      cut()
      await once(server, 'close')
    },
  }
}
