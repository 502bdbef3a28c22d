import { once } from 'node:events'
import { connect } from 'node:net'

export type Heard = { readonly status: number; readonly head: string; readonly body: string }

export type Connection = {
  send(method: 'GET' | 'POST', path: string, asked: Sent): Promise<Heard>
  close(): void
}

type Sent = { readonly cookie: string; readonly body?: unknown }

const headEnd = Buffer.from('\r\n\r\n')

/**
 * One connection with one request under way. Written on the bare socket, because on the same
 * machine a full client would take from the server a good part of what is to be measured.
 */
export async function openConnection(url: string): Promise<Connection> {
  const { hostname, port } = new URL(url)
  const socket = connect({ host: hostname, port: Number(port), noDelay: true })
  await once(socket, 'connect')
  let waiting: { resolve(heard: Heard): void; reject(error: Error): void } | undefined
  let received: Buffer = Buffer.alloc(0)
  socket.on('data', (part: Buffer) => {
    received = received.length === 0 ? part : Buffer.concat([received, part])
    const heard = whole(received)
    if (heard === undefined) return
    received = Buffer.alloc(0)
    waiting?.resolve(heard)
  })
  const lost = () => waiting?.reject(new Error('the connection was lost'))
  socket.once('close', lost)
  socket.on('error', lost)
  return {
    send(method, path, { cookie, body }) {
      const payload = body === undefined ? '' : JSON.stringify(body)
      socket.write(
        `${method} ${path} HTTP/1.1\r\nhost: ${hostname}:${port}\r\nx-tongxin: 1\r\ncookie: ${cookie}\r\n` +
          `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(payload)}\r\n\r\n${payload}`,
      )
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject }
      })
    },
    close: () => socket.destroy(),
  }
}

function whole(received: Buffer): Heard | undefined {
  const end = received.indexOf(headEnd)
  if (end < 0) return undefined
  const head = received.toString('latin1', 0, end)
  const length = Number(/^content-length: (\d+)/im.exec(head)?.[1])
  if (Number.isNaN(length)) throw new Error(`an answer of unknown length:\n${head}`)
  const from = end + headEnd.length
  if (received.length < from + length) return undefined
  const body = received.toString('utf8', from, from + length)
  return { status: Number(head.slice(9, 12)), head, body }
}
