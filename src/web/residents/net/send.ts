import { offline, type Problem, problemOf } from './problem.ts'

export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem }

export type Request = {
  readonly path: string
  /** Present for writing, absent for reading. */
  readonly body?: unknown
  readonly token?: string
}

/** Asks the server and says what came of it. A failed network is an answer here, not a fault. */
export async function send<T>(
  { path, body, token }: Request,
  read: (body: unknown) => T,
): Promise<Reply<T>> {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (token !== undefined) headers['authorization'] = `Link ${token}`
  if (body !== undefined) {
    headers['content-type'] = 'application/json'
    headers['x-tongxin'] = '1'
  }
  const init: RequestInit = {
    headers,
    method: body === undefined ? 'GET' : 'POST',
    signal: AbortSignal.timeout(patienceMs),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }
  const response = await fetch(path, init).catch(() => undefined)
  if (response === undefined) return { ok: false, problem: offline }
  const text = await response.text().catch(() => undefined)
  if (text === undefined) return { ok: false, problem: offline }
  const json = parsed(text)
  if (response.ok && json !== undefined) return { ok: true, value: read(json) }
  // A success that is not JSON comes from something between us and the server.
  if (response.ok) return { ok: false, problem: offline }
  const wait = response.headers.get('retry-after')
  const retryAfter = wait === null ? undefined : Number(wait)
  return { ok: false, problem: problemOf({ status: response.status, body: json, retryAfter }) }
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const patienceMs = 30_000
