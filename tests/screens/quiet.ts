import type { Page, Request } from 'playwright-core'

const quietMs = 500

/** Gives what waits until a page has asked for nothing for a while. The live line, which never ends,
 *  is no question; so the browser's own idea of a quiet network does not come true. */
export function watchQuiet(page: Page): () => Promise<void> {
  const asking = new Set<Request>()
  let last = Date.now()
  const isLive = (request: Request) => new URL(request.url()).pathname === '/api/live'
  const over = (request: Request) => {
    asking.delete(request)
    last = Date.now()
  }
  page.on('request', (request) => {
    if (!isLive(request)) asking.add(request)
  })
  page.on('requestfinished', over)
  page.on('requestfailed', over)
  return async () => {
    while (asking.size > 0 || Date.now() - last < quietMs) await page.waitForTimeout(100)
  }
}
