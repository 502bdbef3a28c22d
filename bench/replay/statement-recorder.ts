import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe } from 'node:diagnostics_channel'
import { openSync, writeSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import pg from 'pg'
import { type Statement, statementLine } from './statements.ts'

/**
 * Loaded into the product before anything else: writes down, in the file named by
 * STATEMENTS_FILE, every statement that a request sends to the database, with the connection and
 * the request that it came from. What works by itself behind the requests is left out.
 */
type Source = { readonly connection: number; readonly request: number; readonly path: string }

const file = openSync(process.env['STATEMENTS_FILE'] ?? '', 'a')
const sources = new AsyncLocalStorage<Source>()
let requests = 0

subscribe('http.server.request.start', (message) => {
  const { request } = message as { readonly request: IncomingMessage }
  const connection = request.socket.remotePort ?? 0
  sources.enterWith({ connection, request: ++requests, path: request.url ?? '' })
})

const original: unknown = Reflect.get(pg.Client.prototype, 'query')
if (typeof original !== 'function') throw new Error('there is no query to watch')
Reflect.set(pg.Client.prototype, 'query', function (this: unknown, ...args: unknown[]): unknown {
  const source = sources.getStore()
  const statement = source === undefined ? undefined : statementIn(args)
  if (source !== undefined && statement !== undefined)
    writeSync(file, `${statementLine({ ...source, ...statement })}\n`)
  return Reflect.apply(original, this, args)
})

function statementIn([first, second]: readonly unknown[]): Statement | undefined {
  const at = typeof first === 'string' ? { text: first, values: second } : first
  if (typeof at !== 'object' || at === null || !('text' in at)) return undefined
  const { text } = at
  const values: readonly unknown[] = 'values' in at && Array.isArray(at.values) ? at.values : []
  // Signing in and being recognised are not repeated.
  return typeof text === 'string' && !text.includes('"session"') ? { text, values } : undefined
}
