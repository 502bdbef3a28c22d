import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningCity, startRunningCity } from '../../src/main/testing/running-city.ts'
import { answerCheck, type Heard } from './answer-check.ts'
import { type Asked, askOf } from './ask-of.ts'
import { type Callers, callersOf, fromAnywhere } from './callers.ts'
import { type Operation, operationsIn } from './document.ts'
import { knownIn } from './known.ts'

/** The same requests again: TONGXIN_FUZZ_SEED. For longer: TONGXIN_FUZZ_SECONDS. */
const seed = Number(process.env['TONGXIN_FUZZ_SEED'] ?? Date.now() % 2 ** 31)
const seconds = Number(process.env['TONGXIN_FUZZ_SECONDS'] ?? 30)
const runs = 2

let city: RunningCity
beforeAll(async () => {
  const rate = { residents: 1e9, machines: 1e9, officials: 1e9 }
  city = await startRunningCity((deps) => ({ ...deps, rate }))
}, 120_000)
afterAll(() => city.stop())

test('a name of nothing is answered as something that is not there, and is never a fault', async () => {
  const { document, known, callers } = await prepared()
  const wrong: string[] = []
  for (const operation of operationsIn(document).filter(({ named }) => named.length > 0))
    for (const name of isCommand(operation) ? [' '] : [' ', 'x', '9'.repeat(40)]) {
      const names = operation.named.map(() => name)
      const [one] = fc.sample(askOf(operation, known, { who: callers.names, names }), {
        seed: 1,
        numRuns: 1,
      })
      if (one === undefined) continue
      const { status, text } = await send(operation, one, callers)
      if (status >= 500) wrong.push(`${operation.method} ${one.path} ${status} ${text}`)
    }
  expect(wrong).toEqual([])
})

test(
  'whatever is sent to a documented operation is answered as documented and is never a fault',
  async () => {
    console.log(`requests from seed ${seed}, for ${seconds} seconds`)
    const { document, known, callers } = await prepared()
    const check = answerCheck(document)
    const wrong = new Set<string>()
    const asked = new Set<Operation>()
    for (const { operation, round } of turns(operationsIn(document))) {
      const property = fc.asyncProperty(
        askOf(operation, known, { who: callers.names }),
        async (one) => {
          const heard = await send(operation, one, callers)
          const found = check(operation, heard)
          if (found !== '') throw new Error(`${heard.status} ${found}`)
        },
      )
      const told = await fc.check(property, { seed: seed + round, numRuns: runs })
      if (told.failed) wrong.add(wordsOf(operation, told))
      asked.add(operation)
    }
    console.log(`${asked.size} operations were asked`)
    expect([...wrong]).toEqual([])
    expect(asked.size).toBeGreaterThan(20)
  },
  (seconds + 200) * 1000,
)

async function prepared() {
  const document = (await city.nobody().get('/api/openapi.json')).body
  const known = await knownIn(city, await city.as('wuhua'))
  return { document, known, callers: callersOf(city.url, known) }
}

const isCommand = ({ body }: Operation) => JSON.stringify(body ?? {}).includes('"ask"')

/** Round by round as long as there is time: first what is no command of a kind, for commands share
 *  one way in, then the commands, each round in another order. */
function* turns(all: readonly Operation[]) {
  const ends = performance.now() + seconds * 1000
  for (let round = 0; ; round += 1) {
    const commands = all.filter(isCommand)
    const mixed = fc.shuffledSubarray(commands, { minLength: commands.length })
    const [order = []] = fc.sample(mixed, { seed: seed + round, numRuns: 1 })
    for (const operation of [...all.filter((one) => !isCommand(one)), ...order]) {
      if (performance.now() > ends) return
      yield { operation, round }
    }
  }
}

function wordsOf({ method, path }: Operation, told: fc.RunDetails<[Asked]>): string {
  const asked = JSON.stringify(told.counterexample?.[0] ?? null).slice(0, 500)
  const why = told.errorInstance instanceof Error ? told.errorInstance.message : ''
  return `${method} ${path} ${why} asked ${asked}`
}

async function send(operation: Operation, asked: Asked, callers: Callers): Promise<Heard> {
  const form = asked.file === undefined ? undefined : new FormData()
  form?.append('file', new Blob([asked.file ?? new Uint8Array()]), '名.jpg')
  const json = asked.body === undefined ? undefined : JSON.stringify(asked.body)
  const stop = new AbortController()
  const answer = await fetch(city.url + asked.path, {
    method: operation.method,
    signal: stop.signal,
    redirect: 'manual',
    headers: {
      'x-tongxin': '1',
      ...fromAnywhere(),
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...(await callers.headersOf(asked.who)),
    },
    ...(operation.method === 'GET' ? {} : { body: form ?? json ?? null }),
  })
  if (answer.status === 401 || operation.path.includes('session')) callers.forget(asked.who)
  const type = answer.headers.get('content-type') ?? ''
  // What goes on as long as somebody listens is not listened to.
  const text = type.includes('event-stream') ? '' : await answer.text()
  if (text === '') stop.abort()
  return { status: answer.status, type, text }
}
