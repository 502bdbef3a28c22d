import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

export type Signal = {
  readonly port: number
  /** Whoever speaks is cut off, whoever calls is not answered. */
  cut(): Promise<void>
  back(): Promise<void>
  close(): Promise<void>
}

/** The line between a phone and the product, which can be cut in the middle of a word. */
export async function openSignal(to: number): Promise<Signal> {
  const open = new Set<Socket>()
  const server = createServer((phone) => {
    const product = connect(to, '127.0.0.1')
    for (const socket of [phone, product]) {
      open.add(socket)
      socket.on('error', () => undefined)
      socket.on('close', () => {
        open.delete(socket)
        phone.destroy()
        product.destroy()
      })
    }
    phone.pipe(product)
    product.pipe(phone)
  })
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  }
  await listen(0)
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const cut = async () => {
    if (!server.listening) return
    const closed = once(server, 'close')
    server.close()
    for (const socket of open) socket.destroy()
    await closed
  }
  return { port, cut, back: () => listen(port), close: cut }
}
