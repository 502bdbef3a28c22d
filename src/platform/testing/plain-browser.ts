export type Browser = {
  /** Follows all redirects; the address it ends at. */
  go(url: string): Promise<string>
  /** Follows redirects until one leads to this path, and does not go there. */
  goUntil(url: string, path: string): Promise<string>
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers of every shape
  send(url: string, body?: unknown): Promise<{ status: number; body: any }>
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into answers of every shape
  remove(url: string): Promise<{ status: number; body: any }>
  /** Takes over another's cookies. */
  take(other: Browser): void
  readonly cookies: Map<string, Map<string, string>>
}

/** A browser without pages: it keeps cookies by address and follows redirects. */
export function openBrowser(): Browser {
  const cookies = new Map<string, Map<string, string>>()
  const fetched = async (url: string, init: RequestInit = {}) => {
    const { origin } = new URL(url)
    const own = cookies.get(origin) ?? new Map<string, string>()
    cookies.set(origin, own)
    const cookie = [...own].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { cookie, 'x-tongxin': '1', ...init.headers }
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' })
    for (const line of answer.headers.getSetCookie()) keep(own, line)
    return answer
  }
  const follow = async (start: string, until?: string) => {
    let url = start
    for (let steps = 0; steps < 15; steps += 1) {
      if (until !== undefined && new URL(url).pathname === until) return url
      const answer = await fetched(url)
      const to = answer.headers.get('location')
      if (to === null) return url
      url = new URL(to, url).href
      if (new URL(url).pathname === '/' || new URL(url).pathname === '/account') return url
    }
    throw new Error(`the redirects from ${start} do not end`)
  }
  const answered = async (url: string, init: RequestInit) => {
    const answer = await fetched(url, init)
    const text = await answer.text()
    return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) }
  }
  return {
    cookies,
    go: (url) => follow(url),
    goUntil: (url, path) => follow(url, path),
    send: (url, body) =>
      answered(
        url,
        body === undefined
          ? {}
          : {
              method: 'POST',
              body: JSON.stringify(body),
              headers: { 'content-type': 'application/json' },
            },
      ),
    remove: (url) => answered(url, { method: 'DELETE' }),
    take(other) {
      for (const [origin, own] of other.cookies) cookies.set(origin, new Map(own))
    },
  }
}

function keep(own: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';')
  const at = pair.indexOf('=')
  const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
  if (value === '') own.delete(name)
  else own.set(name, value)
}
