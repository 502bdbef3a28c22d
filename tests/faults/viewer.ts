import { demoPassword } from '../../bench/product/client.ts'

/** Somebody whose page is open: what the live line told them, and what they find by asking. */
export type Viewer = {
  heard(): number
  hasEnded(): boolean
  close(): void
}

export async function openViewer(url: string, login: string): Promise<Viewer> {
  const signed = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-tongxin': '1' },
    body: JSON.stringify({ login, password: demoPassword }),
  })
  if (!signed.ok) throw new Error(`${login} may not sign in: ${await signed.text()}`)
  const cookie = signed.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  const leaving = new AbortController()
  const stream = await fetch(`${url}/api/live`, { headers: { cookie }, signal: leaving.signal })
  if (!stream.ok || stream.body === null) throw new Error(`no live line: ${stream.status}`)
  const state = { heard: 0, ended: false }
  void listen(stream.body, (text) => (state.heard += text.split('data: ').length - 1))
    .catch(() => undefined)
    .finally(() => (state.ended = true))
  return {
    heard: () => state.heard,
    hasEnded: () => state.ended,
    close: () => leaving.abort(),
  }
}

async function listen(
  body: ReadableStream<Uint8Array>,
  told: (text: string) => void,
): Promise<void> {
  const decoder = new TextDecoder()
  for await (const part of body) told(decoder.decode(part, { stream: true }))
}
