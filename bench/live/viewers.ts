import { readFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { withClient } from '../../src/platform/store/database.ts'

/**
 * A process of viewers who only listen. Told how long to watch, it says how late the last of them
 * heard of each count, from when the count stood in the database.
 */
const [address = '', file = '', database = '', each = ''] = process.argv.slice(2)
const cookies = z.array(z.string()).parse(JSON.parse(await readFile(file, 'utf8')))
const { hostname, port } = new URL(address)
/** By count: how many have heard of it, or of a later one, and when the last did. */
const heard = new Map<number, { viewers: number; first: number; last: number }>()
const atOnce = 100

const viewers = cookies.flatMap((cookie) => Array.from({ length: Number(each) }, () => cookie))
for (let at = 0; at < viewers.length; at += atOnce)
  await Promise.all(viewers.slice(at, at + atOnce).map(listens))
process.send?.({ listening: viewers.length })
process.on('message', (message) => void watch(z.object({ ms: z.number() }).parse(message).ms))

function listens(cookie: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port) })
    socket.write(`GET /api/live HTTP/1.1\r\nhost: ${hostname}:${port}\r\ncookie: ${cookie}\r\n\r\n`)
    socket.once('data', (part) => {
      if (part.includes(' 200 ')) resolve()
      else reject(new Error(part.toString('utf8').slice(0, 300)))
    })
    socket.on('data', (part) => {
      for (const [, count] of part.toString('latin1').matchAll(/"counts":(\d+)/g))
        note(Number(count))
    })
    socket.once('error', reject)
  })
}

function note(count: number): void {
  const now = performance.now()
  const known = heard.get(count) ?? { viewers: 0, first: now, last: now }
  heard.set(count, { viewers: known.viewers + 1, first: known.first, last: now })
}

async function watch(ms: number): Promise<void> {
  heard.clear()
  const stood = await withClient(database, async (client) => {
    const seen = new Map<number, number>()
    const ends = performance.now() + ms
    while (performance.now() < ends) {
      const { rows } = await client.query<{ seq: number }>('select seq from fold')
      const seq = rows[0]?.seq ?? 0
      if (!seen.has(seq)) seen.set(seq, performance.now())
      await pause(20)
    }
    return [...seen].slice(1)
  })
  const ended = performance.now()
  await pause(2000)
  // What began to be told later may still be on its way.
  const told = [...heard].filter(([, { first }]) => first < ended).toSorted(([a], [b]) => a - b)
  const whole = told.filter(([, { viewers: n }]) => n === viewers.length)
  const late = stood.flatMap(([seq, at]) => {
    const first = whole.find(([count]) => count >= seq)
    return first === undefined ? [] : [first[1].last - at]
  })
  const missed = told.length - whole.length
  process.send?.({ updates: told.length, missed, longest: Math.max(0, ...late) })
}
