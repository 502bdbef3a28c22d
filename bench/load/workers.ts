import { demoPassword } from '../product/client.ts'
import { type Connection, openConnection } from './connection.ts'

/** One connection with the sessions of those in whose names it asks, by login. */
export type Worker = {
  ask(login: string, path: string, body: unknown): Promise<string>
  read(login: string, path: string): Promise<string>
}

export type Crew = {
  readonly workers: readonly Worker[]
  /** Does a work so many times, shared among the workers; gives how many were done a second. */
  run(times: number, work: (worker: Worker, index: number) => Promise<unknown>): Promise<number>
  close(): void
}

/** So many connections share a session: officials are limited by session. */
const perSession = 4

export async function openCrew(
  url: string,
  { connections, logins }: { connections: number; logins: readonly string[] },
): Promise<Crew> {
  const all: Connection[] = []
  const workers: Worker[] = []
  let cookies = new Map<string, string>()
  for (let at = 0; at < connections; at += 1) {
    const connection = await openConnection(url)
    if (at % perSession === 0) cookies = await signedIn(connection, logins)
    all.push(connection)
    workers.push(workerOn(connection, cookies))
  }
  return {
    workers,
    async run(times, work) {
      let next = 0
      const began = performance.now()
      await Promise.all(
        workers.map(async (worker) => {
          while (next < times) await work(worker, next++)
        }),
      )
      return times / ((performance.now() - began) / 1000)
    },
    close: () => all.forEach((connection) => connection.close()),
  }
}

function workerOn(connection: Connection, cookies: ReadonlyMap<string, string>): Worker {
  const send = async (
    method: 'GET' | 'POST',
    path: string,
    asked: { login: string; body?: unknown },
  ) => {
    const cookie = cookies.get(asked.login) ?? ''
    const heard = await connection.send(method, path, { cookie, body: asked.body })
    if (heard.status !== 200) throw new Error(`${path}: ${heard.status} ${heard.body}`)
    return heard.body
  }
  return {
    ask: (login, path, body) => send('POST', path, { login, body }),
    read: (login, path) => send('GET', path, { login }),
  }
}

async function signedIn(
  connection: Connection,
  logins: readonly string[],
): Promise<Map<string, string>> {
  const cookies = new Map<string, string>()
  for (const login of logins) {
    const body = { login, password: demoPassword }
    const { status, head } = await connection.send('POST', '/api/session', { cookie: '', body })
    const cookie = /^set-cookie: (tx_session=[^;]+)/im.exec(head)?.[1]
    if (status !== 200 || cookie === undefined) throw new Error(`${login} may not sign in`)
    cookies.set(login, cookie)
  }
  return cookies
}
