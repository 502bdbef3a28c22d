import { connect } from 'node:net'
import { once } from 'node:events'
import { afterEach, expect, test } from 'vitest'
import { type Front, openFront } from '../../src/main/front.ts'

const patience = { headersTimeout: 300, requestTimeout: 600, connectionsCheckingInterval: 100 }
let front: Front
afterEach(() => front.close())

test.each([
  ['its headers', 'GET / HTTP/1.1\r\nHost: a\r\nX-Slow: '],
  ['its body', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n{'],
])('who sends %s drop by drop is cut off, and others are answered meanwhile', async (_, begun) => {
  front = await openFront({ host: '127.0.0.1', port: 0, patience }, () => ({
    what: '正在启动',
    progress: undefined,
  }))
  front.serve((request, response) => {
    request.resume()
    request.on('end', () => response.end('ok'))
  })
  const address = front.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const slow = connect(port, '127.0.0.1')
  slow.on('error', () => undefined)
  let heard = ''
  slow.on('data', (chunk) => {
    heard += chunk.toString()
  })
  slow.write(begun)
  const drops = setInterval(() => slow.write('a'), 50)
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('ok')
  await once(slow, 'close')
  clearInterval(drops)
  expect(heard).toContain('408')
})

test('a line that begins no request is answered with nothing of the inside', async () => {
  front = await openFront({ host: '127.0.0.1', port: 0, patience }, () => ({
    what: '正在启动',
    progress: undefined,
  }))
  const address = front.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const line = connect(port, '127.0.0.1')
  line.write('nonsense\r\n\r\n')
  const [chunk] = await once(line, 'data')
  expect(String(chunk)).toBe('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
})
