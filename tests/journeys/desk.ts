import { randomUUID } from 'node:crypto'
import { CITY_CODE } from '../../src/main/demo/city-code.ts'

/** An official who works over HTTP, by the routes that the pages use. */
export type Desk = {
  /** Begins a record or asks one; gives its id. A refusal ends the test. */
  readonly asks: (path: string, data?: object) => Promise<string>
  /** The code of a refusal, or undefined when it was done. */
  readonly refused: (path: string, data?: object) => Promise<string | undefined>
  readonly record: (id: string) => Promise<RecordSeen>
  /** The same, or nothing where it does not exist for this post. */
  readonly statusOf: (path: string) => Promise<number>
  readonly rows: (kind: string, query?: string) => Promise<readonly Row[]>
}

export type RecordSeen = {
  readonly record: { readonly state: string; readonly title: string }
  readonly fields: readonly {
    readonly name: string
    readonly value: unknown
    readonly text?: string
  }[]
}
export type Row = {
  readonly id: string
  readonly title: string
  readonly state: string
  readonly fields?: Readonly<Record<string, string>>
}

const headers = { 'content-type': 'application/json', 'x-tongxin': '1' }

export async function openDesk(url: string, login: string, area = CITY_CODE): Promise<Desk> {
  const session = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ login, password: 'tongxin-demo' }),
  })
  if (!session.ok) throw new Error(`${login} cannot sign in: ${await session.text()}`)
  const cookie = session.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  const post = (path: string, data: object) => {
    const isStart = path.split('/').length === 2
    const body = { ask: randomUUID(), data, ...(isStart ? { area } : {}) }
    return fetch(`${url}/api/${path}`, {
      method: 'POST',
      headers: { ...headers, cookie },
      body: JSON.stringify(body),
    })
  }
  const get = (path: string) => fetch(`${url}/api/${path}`, { headers: { cookie } })
  const read = async <T>(path: string): Promise<T> => {
    const answer = await get(path)
    if (!answer.ok) throw new Error(`${login} ${path}: ${answer.status} ${await answer.text()}`)
    const body: T = JSON.parse(await answer.text())
    return body
  }
  return {
    asks: async (path, data = {}) => {
      const answer = await post(path, data)
      const text = await answer.text()
      if (!answer.ok) throw new Error(`${login} ${path}: ${answer.status} ${text}`)
      const { id }: { id?: string } = JSON.parse(text)
      return id ?? ''
    },
    refused: async (path, data = {}) => {
      const answer = await post(path, data)
      const { error }: { error?: { code: string } } = JSON.parse(await answer.text())
      return error?.code
    },
    record: (id) => read<RecordSeen>(`record/${id}`),
    statusOf: async (path) => (await get(path)).status,
    rows: async (kind, query = '') => {
      const { rows } = await read<{ rows: readonly Row[] }>(`records/${kind}?limit=200&${query}`)
      return rows
    },
  }
}

export function valueIn(seen: RecordSeen, name: string): unknown {
  return seen.fields.find((field) => field.name === name)?.value
}

export function textIn(seen: RecordSeen, name: string): string | undefined {
  return seen.fields.find((field) => field.name === name)?.text
}
