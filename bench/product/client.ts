import { Agent, type OutgoingHttpHeaders, request } from 'node:http'

export type Reply = { readonly status: number; readonly text: string }

export type Client = {
  get(path: string): Promise<Reply>
  post(path: string, body: unknown): Promise<Reply>
  delete(path: string): Promise<Reply>
  /** By which it is known, for another client of the same session. */
  cookie(): string
  close(): void
}

export const demoPassword = 'tongxin-demo'

/** Talks to the product over connections that it keeps. A request that hears nothing fails. */
export function openClient(
  url: string,
  {
    timeoutMs = 15_000,
    connections = 1,
    cookie: held = '',
  }: { timeoutMs?: number; connections?: number; cookie?: string } = {},
): Client {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  let cookie = held
  const send = async (method: string, path: string, body?: unknown): Promise<Reply> => {
    const payload = body === undefined ? undefined : JSON.stringify(body)
    const headers: OutgoingHttpHeaders = { 'x-tongxin': '1', ...(cookie === '' ? {} : { cookie }) }
    if (payload !== undefined) headers['content-type'] = 'application/json'
    const { reply, cookies } = await exchange(
      new URL(path, url),
      { method, headers, agent, timeout: timeoutMs },
      payload,
    )
    const own = cookies.find((one) => one.startsWith('tx_session='))
    if (own !== undefined) [cookie = ''] = own.split(';')
    return reply
  }
  return {
    get: (path) => send('GET', path),
    post: (path, body) => send('POST', path, body),
    delete: (path) => send('DELETE', path),
    cookie: () => cookie,
    close: () => agent.destroy(),
  }
}

/** A client in whose name everything is asked from now on. */
export async function signIn(client: Client, login: string): Promise<void> {
  const reply = await client.post('/api/session', { login, password: demoPassword })
  if (reply.status !== 200) throw new Error(`${login} may not sign in: ${reply.text}`)
}

type Sent = {
  readonly method: string
  readonly headers: OutgoingHttpHeaders
  readonly agent: Agent
  readonly timeout: number
}

function exchange(
  to: URL,
  sent: Sent,
  payload: string | undefined,
): Promise<{ reply: Reply; cookies: readonly string[] }> {
  return new Promise((resolve, reject) => {
    const asked = request(to, sent, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.once('error', reject)
      response.once('end', () =>
        resolve({
          reply: { status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') },
          cookies: response.headers['set-cookie'] ?? [],
        }),
      )
      // A connection cut in the middle of an answer ends without an end.
      response.once('close', () => reject(new Error('the answer broke off')))
    })
    asked.once('timeout', () => asked.destroy(new Error('no answer in time')))
    asked.once('error', reject)
    asked.end(payload)
  })
}
