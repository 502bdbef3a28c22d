import dns from 'node:dns'
import dgram from 'node:dgram'
import { appendFileSync } from 'node:fs'
import { Socket } from 'node:net'

/**
 * Loaded into a process before anything else: notes every address that it turns to, in the file
 * named by CONTACTS_FILE, and lets it go on.
 */
const file = process.env['CONTACTS_FILE'] ?? ''

noting(Socket.prototype, 'connect', ([first, second]) => {
  const options: unknown = Array.isArray(first) ? first[0] : first
  if (typeof options !== 'object' || options === null) {
    const port = Number(options)
    return Number.isNaN(port) ? `path ${String(options)}` : hostOf(second)
  }
  if ('path' in options && typeof options.path === 'string') return `path ${options.path}`
  return hostOf('host' in options ? options.host : undefined)
})
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny'] as const) {
  noting(dns, name, ([host]) => hostOf(host))
  noting(dns.promises, name, ([host]) => hostOf(host))
}
noting(dgram.Socket.prototype, 'send', (args) => `datagram ${args.map(String).join(' ')}`)

function noting(owner: object, name: string, told: (args: readonly unknown[]) => string): void {
  const original: unknown = Reflect.get(owner, name)
  if (typeof original !== 'function') throw new Error(`there is no ${name} to watch`)
  Reflect.set(owner, name, function (this: unknown, ...args: unknown[]): unknown {
    appendFileSync(file, `${told(args)}\n`)
    return Reflect.apply(original, this, args)
  })
}

function hostOf(host: unknown): string {
  return typeof host === 'string' && host !== '' ? host : 'localhost'
}
