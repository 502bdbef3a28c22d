import { errorFrom } from './api-error.ts'
import { session } from './open-session.ts'
import { isQuiet } from './touched.ts'
import type { FileView } from './types.ts'

export type Params = Readonly<Record<string, string | number | boolean | undefined>>

export async function get<T>(path: string, params: Params = {}): Promise<T> {
  return call<T>(path + query(params), { method: 'GET' })
}

export async function post<T>(path: string, body: unknown): Promise<T> {
  return call<T>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-tongxin': '1' },
    body: JSON.stringify(body),
  })
}

export async function del<T>(path: string): Promise<T> {
  return call<T>(path, { method: 'DELETE', headers: { 'x-tongxin': '1' } })
}

export async function upload<T = FileView>(path: string, file: File): Promise<T> {
  const body = new FormData()
  body.append('file', file, file.name)
  return call<T>(path, { method: 'POST', headers: { 'x-tongxin': '1' }, body })
}

/** Lets the browser fetch a file by itself, so that a large sheet never sits in the page. */
export function download(path: string, params: Params = {}): void {
  const link = document.createElement('a')
  link.href = path + query(params)
  link.download = ''
  link.click()
}

export function query(params: Params): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined && value !== '') search.set(name, String(value))
  }
  return search.size === 0 ? '' : `?${search.toString()}`
}

type Init = RequestInit & { readonly headers?: Readonly<Record<string, string>> }

async function call<T>(path: string, init: Init): Promise<T> {
  const response = await reach(path, init)
  const body: unknown = await response.json().catch(() => undefined)
  if (response.ok) return body as T
  const error = errorFrom(response.status, body)
  // Signing in answers 401 to a wrong password, and /api/me to who is not signed in yet.
  if (error.status !== 401 || path.startsWith('/api/session') || path.startsWith('/api/me'))
    throw error
  if (await session.away()) return call<T>(path, init)
  throw error
}

async function reach(path: string, init: Init): Promise<Response> {
  try {
    const headers = { ...init.headers, ...(isQuiet() ? { 'x-tongxin-quiet': '1' } : {}) }
    return await fetch(path, { ...init, headers, credentials: 'same-origin' })
  } catch {
    throw errorFrom(0, undefined)
  }
}
