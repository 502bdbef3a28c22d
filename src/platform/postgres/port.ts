import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/**
 * A free loopback port outside the range systems lend to outgoing connections. From inside it, a
 * client that keeps trying while the server is down may be lent that very port, connect to
 * itself, and keep the server from coming back.
 */
export async function findFreePort(): Promise<number> {
  for (let tries = 0; tries < 50; tries += 1) {
    const port = randomInt(20_000, 32_000)
    if (await isPortFree(port)) return port
  }
  throw new Error('本机 20000 至 32000 之间没有空闲的端口,数据库不能启动。')
}

export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
