import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { demoPassword } from '../demo/accounts.ts'
import { writeDemoBase } from '../demo/base.ts'
import { httpDeps } from '../http-deps.ts'
import { openPlatform, type Platform } from '../wiring.ts'
import type { HttpDeps } from '../../platform/http/deps.ts'
import { buildServer } from '../../platform/http/server.ts'
import { startTestDatabase } from '../../platform/testing/database.ts'

export type Answer = {
  readonly status: number
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers of every shape
  readonly body: any
  readonly headers: Headers
}

export type Caller = {
  get(path: string): Promise<Answer>
  /** A file as it is sent. */
  file(path: string): Promise<Buffer>
  post(path: string, body?: unknown): Promise<Answer>
  remove(path: string): Promise<Answer>
  upload(path: string, bytes: Uint8Array<ArrayBuffer>, name?: string): Promise<Answer>
}

export type RunningCity = {
  readonly url: string
  readonly platform: Platform
  readonly databaseUrl: string
  readonly home: string
  /** Somebody with an account, by default of the demo, signed in anew. */
  as(login: string, password?: string): Promise<Caller>
  /** Nobody, or the holder of a link. */
  nobody(token?: string): Caller
  /** Another platform with a token: no cookie, no header of ours. */
  machine(token: string): Caller
  eventCount(): Promise<number>
  stop(): Promise<void>
}

/** The demo city without its past, served on a free port over a database of its own. */
export async function startRunningCity(
  change: (deps: HttpDeps) => HttpDeps = (deps) => deps,
): Promise<RunningCity> {
  const base = await startTestDatabase()
  const home = await mkdtemp(join(tmpdir(), 'tongxin-http-'))
  const platform = await openPlatform({ url: base.url, home, say: () => undefined })
  await writeDemoBase(platform.deps.db, Date.now())
  await platform.worlds.reload()
  await platform.numbers.refill()
  const nothing = () => undefined
  const deps = httpDeps({ platform, home, first: undefined, progress: nothing, notReady: nothing })
  const app = await buildServer(change({ ...deps, log: false }))
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    url,
    platform,
    databaseUrl: base.url,
    home,
    async as(login, password = demoPassword) {
      const answer = await call(url, {
        method: 'POST',
        path: '/api/session',
        body: { login, password },
      })
      const [cookie = ''] = answer.headers.getSetCookie().map((one) => one.split(';')[0])
      return caller(url, { cookie })
    },
    nobody: (token) => caller(url, token === undefined ? {} : { authorization: `Link ${token}` }),
    machine: (token) => caller(url, { authorization: `Bearer ${token}`, 'x-tongxin': '' }),
    async eventCount() {
      const rows = await platform.deps.db.read.selectFrom('event').select('seq').execute()
      return rows.length
    },
    async stop() {
      await app.close()
      await platform.close()
      await base.stop()
      await rm(home, { recursive: true, force: true })
    },
  }
}

type Sent = {
  readonly method: string
  readonly path: string
  readonly body?: unknown
  readonly form?: FormData
  readonly headers?: Record<string, string>
}

async function call(url: string, sent: Sent): Promise<Answer> {
  const { method, path, body, form, headers } = sent
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      'x-tongxin': '1',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(form === undefined ? {} : { body: form }),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') === true
  return {
    status: response.status,
    body: isJson ? JSON.parse(text) : text,
    headers: response.headers,
  }
}

function caller(url: string, headers: Record<string, string>): Caller {
  return {
    get: (path) => call(url, { method: 'GET', path, headers }),
    async file(path) {
      const response = await fetch(`${url}${path}`, { headers })
      if (!response.ok) throw new Error(`${path} answers ${response.status}`)
      return Buffer.from(await response.arrayBuffer())
    },
    post: (path, body = {}) => call(url, { method: 'POST', path, headers, body }),
    remove: (path) => call(url, { method: 'DELETE', path, headers }),
    upload(path, bytes, name = 'photo.jpg') {
      const form = new FormData()
      form.append('file', new Blob([bytes]), name)
      return call(url, { method: 'POST', path, headers, form })
    },
  }
}
