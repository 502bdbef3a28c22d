import iconv from 'iconv-lite'
import { read, utils } from '@e965/xlsx'
import { demoPassword } from '../../src/main/demo/accounts.ts'

export type Heard = { readonly status: number; readonly text: string }

/** Somebody who asks for pages and files and hears every word of them. */
export type Visitor = {
  get(path: string): Promise<Heard>
  post(path: string, body: unknown): Promise<Heard>
}

export async function signedIn(url: string, login: string): Promise<Visitor> {
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-tongxin': '1' },
    body: JSON.stringify({ login, password: demoPassword }),
  })
  if (!answer.ok) throw new Error(`${login}: ${await answer.text()}`)
  return visitor(url, {
    cookie: answer.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; '),
  })
}

export function visitor(url: string, headers: Readonly<Record<string, string>>): Visitor {
  const own = { ...headers, 'x-tongxin': '1' }
  return {
    async get(path) {
      // A live stream never ends: what comes at once is what is looked at.
      const isLive = path.includes('/live')
      const signal = AbortSignal.timeout(isLive ? 2_000 : 60_000)
      const asked = fetch(url + path, { headers: own, signal, redirect: 'manual' })
      const response = await (isLive ? asked.catch(() => new Response('')) : asked)
      return { status: response.status, text: await words(response) }
    },
    async post(path, body) {
      const response = await fetch(url + path, {
        method: 'POST',
        headers: { ...own, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      return { status: response.status, text: await words(response) }
    },
  }
}

async function words(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  try {
    for await (const chunk of response.body ?? []) chunks.push(chunk)
  } catch (fault) {
    if (!(fault instanceof DOMException)) throw fault
  }
  const bytes = Buffer.concat(chunks)
  const type = response.headers.get('content-type') ?? ''
  if (type.includes('spreadsheetml')) {
    const book = read(bytes)
    return Object.values(book.Sheets)
      .map((sheet) => utils.sheet_to_csv(sheet))
      .join('\n')
  }
  return type.includes('gb18030') ? iconv.decode(bytes, 'gb18030') : bytes.toString('utf8')
}
