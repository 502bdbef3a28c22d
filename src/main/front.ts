import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Progress } from '../platform/http/deps.ts'
import { fixedHeaders } from '../platform/http/fixed-headers.ts'
import { waitingPage } from './waiting-page.ts'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

export type Front = {
  readonly server: Server
  /** Hands all requests from now on to the built application. */
  serve(handler: Handler): void
  close(): Promise<void>
}

export class PortTaken extends Error {}

/** How long a sender may take over the headers and the whole of a request, and how often that is
 *  looked at: a line that says nothing holds no place. What is sent has all the time it needs. */
const patience = {
  headersTimeout: 20_000,
  requestTimeout: 120_000,
  connectionsCheckingInterval: 5000,
}

type Listen = { readonly host: string; readonly port: number; readonly patience?: typeof patience }

/** Listens at once, and until the application is built says what is being prepared. */
export async function openFront(
  { host, port, patience: own = patience }: Listen,
  status: () => { readonly what: string; readonly progress: Progress | undefined },
): Promise<Front> {
  let handler: Handler = (request, response) => waiting(request, response, status())
  let closing = false
  const server = createServer(own, (request, response) => {
    // A busy connection would otherwise bring its next request, and the next, and never be idle.
    if (closing) response.setHeader('connection', 'close')
    handler(request, response)
  })
  server.keepAliveTimeout = 65_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortTaken(String(port)) : error),
    )
    server.listen(port, host, resolve)
  })
  return {
    server,
    serve: (next) => {
      handler = next
    },
    close: () =>
      new Promise((resolve) => {
        closing = true
        const idle = setInterval(() => server.closeIdleConnections(), 50)
        const longest = setTimeout(() => server.closeAllConnections(), 10_000)
        server.close(() => {
          clearInterval(idle)
          clearTimeout(longest)
          resolve()
        })
      }),
  }
}

function waiting(
  request: IncomingMessage,
  response: ServerResponse,
  { what, progress }: { what: string; progress: Progress | undefined },
): void {
  for (const [name, value] of Object.entries(fixedHeaders)) response.setHeader(name, value)
  const [path = '/'] = (request.url ?? '/').split('?')
  if (path === '/healthz') return json(response, 200, { ok: true })
  if (path === '/api/progress') return json(response, 200, { loading: progress })
  if (path === '/readyz') return json(response, 503, { ready: false, what, progress })
  if (isPageAsked(request, path)) return waitingPage(response, { what, progress })
  response.setHeader('retry-after', '1')
  json(response, 503, {
    error: { code: 'storeAway', says: `${what},请稍后重试`, requestId: undefined },
  })
}

/** A person in a browser; what programs ask is answered as they expect it. */
function isPageAsked({ method, headers }: IncomingMessage, path: string): boolean {
  const page = method === 'GET' && !path.startsWith('/api/')
  return page && headers.accept?.includes('text/html') === true
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.end(JSON.stringify(body))
}
