import { demoPassword } from '../demo/accounts.ts'
import type { Answer } from './running-city.ts'

/** A browser at the door: it keeps the cookies it is given. */
export type Door = {
  get(path: string, headers?: Headers): Promise<Answer>
  post(path: string, body?: unknown, headers?: Headers): Promise<Answer>
  remove(path: string): Promise<Answer>
  signIn(login: string, password?: string): Promise<Answer>
  holds(cookie: string): boolean
  /** Another who has stolen all cookies. */
  copy(): Door
  /** The cookies of the last answer as they were written. */
  written(): readonly string[]
}

type Headers = Readonly<Record<string, string>>

export function openDoor(
  url: string,
  always: Headers = {},
  jar: Map<string, string> = new Map(),
): Door {
  let written: readonly string[] = []
  const call = async (
    method: string,
    path: string,
    more: { body?: unknown; headers?: Headers },
  ) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await fetch(`${url}${path}`, {
      method,
      headers: {
        'x-tongxin': '1',
        ...(cookie === '' ? {} : { cookie }),
        ...(more.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...always,
        ...more.headers,
      },
      ...(more.body === undefined ? {} : { body: JSON.stringify(more.body) }),
    })
    written = response.headers.getSetCookie()
    for (const one of written) keep(jar, one)
    return { status: response.status, body: await response.json(), headers: response.headers }
  }
  const own: Door = {
    get: (path, headers = {}) => call('GET', path, { headers }),
    post: (path, body = {}, headers = {}) => call('POST', path, { body, headers }),
    remove: (path) => call('DELETE', path, {}),
    signIn: (login, password = demoPassword) => own.post('/api/session', { login, password }),
    holds: (cookie) => jar.has(cookie),
    copy: () => openDoor(url, always, new Map(jar)),
    written: () => written,
  }
  return own
}

function keep(jar: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';')
  const at = pair.indexOf('=')
  const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
  if (value === '') jar.delete(name)
  else jar.set(name, value)
}
