import { randomBytes } from 'node:crypto'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningCity, startRunningCity } from '../../src/main/testing/running-city.ts'
import { callersOf, fromAnywhere } from '../fuzz/callers.ts'
import { type Operation, operationsIn } from '../fuzz/document.ts'
import { knownIn } from '../fuzz/known.ts'

const large = 10_000_000
const most = 1_000_000

let city: RunningCity
let operations: readonly Operation[] = []
let headers: Readonly<Record<string, string>> = {}

beforeAll(async () => {
  const rate = { residents: 1e9, machines: 1e9, officials: 1e9 }
  city = await startRunningCity((deps) => ({ ...deps, rate }))
  const { body } = await city.nobody().get('/api/openapi.json')
  operations = operationsIn(body).filter(({ method }) => method !== 'GET')
  const known = await knownIn(city, await city.as('wuhua'))
  headers = await callersOf(city.url, known).headersOf('wuhua')
}, 120_000)
afterAll(() => city.stop())

const json = 'application/json'
const deep = (sign: string, end: string) => sign.repeat(100_000) + end.repeat(100_000)

/** What is sent, as what it is called. */
const nonsense: readonly (readonly [string, string, () => Uint8Array<ArrayBuffer>])[] = [
  ['10 MB of noise', json, () => Uint8Array.from(randomBytes(large))],
  ['10 MB of a list', json, () => bytes(`[${'0,'.repeat(large / 2)}0]`)],
  ['a list as large as may be', json, () => bytes(`[${'0,'.repeat(most / 2)}0]`)],
  ['lists in lists', json, () => bytes(deep('[', ']'))],
  ['things in things', json, () => bytes(`${'{"a":'.repeat(100_000)}0${'}'.repeat(100_000)}`)],
  ['no whole UTF-8', json, () => Uint8Array.from([0x22, 0xff, 0xc0, 0xaf, 0x22])],
  ['a sign that no store keeps', json, () => bytes('{"ask":"\\u0000","data":{"a":"\\u0000"}}')],
  ['half a pair', json, () => bytes('{"ask":"\\ud800","data":{"\\udc00":1}}')],
  ['the prototype of all', json, () => bytes('{"__proto__":{"isAdmin":true},"ask":"x"}')],
  ['half a form', 'multipart/form-data; boundary=x', () => bytes('--x\r\nContent-Disposition: f')],
  ['a form of noise', 'multipart/form-data; boundary=x', () => Uint8Array.from(randomBytes(most))],
  ['XML', 'application/xml', () => bytes('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')],
  ['plain words', 'text/plain', () => bytes('words')],
  ['a form as of old', 'application/x-www-form-urlencoded', () => bytes('ask=1&data=2')],
  ['nothing', json, () => bytes('')],
]

test.each(nonsense)('%s is turned away everywhere, and work goes on', async (...one) => {
  const [, type, make] = one
  const body = make()
  const wrong: string[] = []
  for (const operation of askedWith(one, body.length)) {
    const status = await sent(operation, type, body)
    if (status < 400 || status >= 500) wrong.push(`${operation.method} ${operation.path} ${status}`)
  }
  expect(wrong.filter((line) => !takesAnything.test(line))).toEqual([])
  expect((await city.nobody().get('/api/public/city')).status).toBe(200)
})

// Without it, what is measured is when the runtime felt like tidying.
setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

test('what was sent in vain is forgotten: memory comes back', async () => {
  const [operation] = operations.filter(({ path }) => path === '/api/public/appeals')
  if (operation === undefined) throw new Error('there is no way to ask')
  const body = bytes(`{"ask":"${'a'.repeat(most - 100)}"}`)
  const round = async () => {
    for (let times = 0; times < 40; times += 1) await sent(operation, json, body)
    collect()
    const { heapUsed, external, arrayBuffers } = process.memoryUsage()
    return heapUsed + external + arrayBuffers
  }
  await round()
  const before = await round()
  const after = [await round(), await round(), await round()]
  // Had each stayed, these would be 40 MB a round; what is given back late is given back.
  expect(Math.min(...after) - before).toBeLessThan(15_000_000)
})

/** Every route that is no command of a kind, and the commands by turns: all of them get something,
 *  none gets everything. What is too large goes to a few of each. */
function askedWith(one: (typeof nonsense)[number], size: number): readonly Operation[] {
  const isCommand = ({ body }: Operation) => JSON.stringify(body ?? {}).includes('"ask"')
  const turn = nonsense.indexOf(one)
  const commands = operations.filter(isCommand)
  const own = commands.filter((_, place) => place % nonsense.length === turn)
  const others = operations.filter((operation) => !isCommand(operation))
  return size > most ? [...others.slice(0, 8), ...own.slice(0, 4)] : [...others, ...own]
}

/** Signing out needs no body, so none can be wrong; and an upload may well be noise. */
const takesAnything = /DELETE |\/session/

async function sent({ method, path }: Operation, type: string, body: Uint8Array<ArrayBuffer>) {
  const address = path.replaceAll(/\{\w+\}/g, '0198f2a0-0000-7000-8000-000000000000')
  const answer = await fetch(city.url + address, {
    method,
    headers: { 'x-tongxin': '1', 'content-type': type, ...headers, ...fromAnywhere() },
    body,
  }).catch((error: unknown) => String(error))
  // A line cut while much is still being sent is an answer too.
  if (typeof answer === 'string') return 413
  await answer.arrayBuffer()
  return answer.status
}

function bytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(text))
}
