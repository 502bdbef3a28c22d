import type { Entry } from './entry.ts'

/** A finding written down in a post, or what somebody said of one. */
export function written(part: Partial<Entry> & Pick<Entry, 'id'>): Entry {
  return {
    post: 'post-a',
    postName: '甲社区 · 网格员',
    writtenAt: 1_000,
    what: { is: 'report', area: 530102001001, category: 'E101' },
    title: '暴露垃圾',
    place: '甲社区',
    words: '',
    photos: [],
    state: 'waiting',
    tries: 0,
    ...part,
  }
}

export type Taken = {
  readonly ask: string
  readonly post: string | null
  readonly body: Record<string, unknown>
}

/** A platform that takes each ask once, over a line that can be cut on either way. */
export function platform() {
  const asks = new Map<string, Taken>()
  const files: string[] = []
  const state = {
    /** 'lost': what is sent arrives, the answer does not. */
    line: 'up' as 'up' | 'down' | 'lost',
    /** The post of the session; nobody is signed in without one. */
    session: 'post-a' as string | undefined,
    refuses: new Map<string, { status: number; code: string }>(),
    sent: 0,
  }
  const answer = (path: string, init: RequestInit): Response => {
    const headers = new Headers(init.headers)
    const post = headers.get('x-tongxin-post')
    if (state.session === undefined) return refusal(401, 'signedOut')
    if (post !== null && post !== state.session) return refusal(409, 'otherPost')
    if (init.body instanceof FormData) {
      files.push(`file-${files.length + 1}`)
      return Response.json({ id: files.at(-1) })
    }
    const body = JSON.parse(typeof init.body === 'string' ? init.body : '{}') as { ask: string }
    const why = state.refuses.get(body.ask)
    if (why !== undefined) return refusal(why.status, why.code)
    if (!asks.has(body.ask)) asks.set(body.ask, { ask: body.ask, post, body: { path, ...body } })
    const number = [...asks.keys()].indexOf(body.ask) + 1
    return Response.json({ view: { record: { id: `r-${number}`, number: `N${number}` } } })
  }
  return {
    state,
    asks,
    files,
    async fetch(path: string, init: RequestInit): Promise<Response> {
      state.sent += 1
      // Between two ticks another tab may do the same.
      await Promise.resolve()
      if (state.line === 'down') throw new TypeError('no line')
      const made = answer(path, init)
      if (state.line === 'lost') throw new TypeError('the answer was lost')
      return made
    },
  }
}

function refusal(status: number, code: string): Response {
  return Response.json({ error: { code, says: `不行：${code}` } }, { status })
}
