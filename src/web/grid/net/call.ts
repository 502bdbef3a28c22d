import { objectIn, textIn } from '../../residents/net/read.ts'
import type { Refusal, Reply } from './reply.ts'

export type Call = {
  readonly path: string
  /** Present for writing. */
  readonly body?: unknown
  readonly file?: { readonly blob: Blob; readonly name: string }
  readonly method?: 'DELETE'
  /** The post that the caller means to act in; the server refuses if the session has another. */
  readonly post?: string
}

export type Fetch = (path: string, init: RequestInit) => Promise<Response>

/** Asks the server. Only what is in the server's own form counts as its answer: a portal in
 *  between may say anything, with any status. */
export async function call(fetch: Fetch, asked: Call): Promise<Reply> {
  const response = await fetch(asked.path, initOf(asked)).catch(() => undefined)
  const text = await response?.text().catch(() => undefined)
  if (response === undefined || text === undefined) return { is: 'away' }
  const body = parsed(text)
  if (response.ok) return body === undefined ? { is: 'away' } : { is: 'done', body }
  const refusal = refusalIn(response.status, body)
  if (refusal === undefined || isAway(refusal)) return { is: 'away', ...waitOf(response) }
  if (refusal.code === 'signedOut') return { is: 'signedOut' }
  if (refusal.code === 'otherPost') return { is: 'otherPost' }
  return { is: 'refused', refusal }
}

function initOf({ body, file, method, post }: Call): RequestInit {
  const headers: Record<string, string> = { accept: 'application/json' }
  const writes = body !== undefined || file !== undefined || method !== undefined
  if (writes) headers['x-tongxin'] = '1'
  if (post !== undefined) headers['x-tongxin-post'] = post
  if (body !== undefined) headers['content-type'] = 'application/json'
  return {
    method: method ?? (writes ? 'POST' : 'GET'),
    headers,
    cache: 'no-store',
    signal: AbortSignal.timeout(file === undefined ? patienceMs : uploadMs),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(file === undefined ? {} : { body: formOf(file) }),
  }
}

function formOf({ blob, name }: NonNullable<Call['file']>): FormData {
  const form = new FormData()
  form.append('file', blob, name)
  return form
}

function refusalIn(status: number, body: unknown): Refusal | undefined {
  const error = objectIn(objectIn(body)['error'])
  const [code, says] = [textIn(error, 'code'), textIn(error, 'says')]
  if (code === '' || says === '') return undefined
  const [instead, basis] = [textIn(error, 'instead'), textIn(error, 'basis')]
  const fields = sentencesIn(error['fields'])
  return {
    status,
    code,
    says,
    ...(instead === '' ? {} : { instead }),
    ...(basis === '' ? {} : { basis }),
    ...(Object.keys(fields).length === 0 ? {} : { fields }),
  }
}

/** What passes by itself: too many at once, a server that starts, a race that was lost. */
function isAway({ status, code }: Refusal): boolean {
  return status >= 500 || status === 429 || code === 'lostRace'
}

function waitOf(response: Response): { afterMs?: number } {
  const seconds = Number(response.headers.get('retry-after') ?? '')
  return seconds > 0 ? { afterMs: seconds * 1000 } : {}
}

function sentencesIn(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(objectIn(value)).flatMap(([name, says]) =>
      typeof says === 'string' ? [[name, says]] : [],
    ),
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const patienceMs = 30_000
const uploadMs = 180_000
