import { chown, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openClient, signIn } from '../../bench/product/client.ts'
import { prepareCity, withoutPast } from '../../bench/product/prepared-city.ts'
import {
  launchProduct,
  type Product,
  type ProductOptions,
  startProduct,
  stopProduct,
} from '../../bench/product/product.ts'
import { findFreePort } from '../../src/platform/postgres/port.ts'
import { readPostmasterPid } from '../../src/platform/postgres/orphans.ts'
import { runningUrl } from '../../src/platform/postgres/running.ts'
import { startLoad } from './load.ts'
import { ordinaryAccount } from './ordinary-account.ts'
import { eventsOfAsks } from './stored.ts'

const stopped = { code: 0, signal: null }
let city = ''
let fresh = ''
const running: Product[] = []

beforeAll(async () => {
  city = await mkdtemp(join(tmpdir(), 'tongxin-contract-'))
  await prepareCity(city)
})

afterAll(() => rm(city, { recursive: true, force: true }))

beforeEach(async () => {
  fresh = await mkdtemp(join(tmpdir(), 'tongxin-fresh-'))
})

afterEach(async () => {
  await Promise.all(running.splice(0).map(stopProduct))
  await rm(fresh, { recursive: true, force: true })
})

test('a second start on the same folder is refused with a sentence, and the first goes on', async () => {
  const first = await start({ home: city, port: await findFreePort(), env: withoutPast })
  const second = launch({ home: city, port: await findFreePort(), env: withoutPast })
  expect(await second.ended).toEqual({ code: 1, signal: null })
  expect(second.said.join('\n')).toContain(`“${city}”正由另一个同心进程(进程号 ${first.pid})使用`)
  expect(await statusOf(first, '/readyz')).toBe(200)
})

test('a taken port is said', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const address = other.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const product = launch({ home: city, port, env: withoutPast })
  expect(await product.ended).toEqual({ code: 1, signal: null })
  expect(product.said).toEqual([`端口 ${port} 已被别的程序占用，请用 PORT=别的端口 再启动`])
  other.close()
})

test('told to stop under load, it ends in order and nothing acknowledged is lost', async () => {
  const options = { home: city, port: await findFreePort(), env: withoutPast }
  const first = await start(options)
  const load = await startLoad(first.url, 6)
  while (load.acknowledged.length < 60) await pause(20)
  expect(await stopProduct(first)).toEqual(stopped)
  expect(await readPostmasterPid(join(city, 'postgres'))).toBeUndefined()

  await start(options)
  await load.stop()
  const stored = await eventsOfAsks(await runningUrl(city))
  expect(stored.twice).toEqual([])
  expect(load.surprises).toEqual([])
  for (const { ask, record, events } of load.acknowledged)
    expect({ ask, ...stored.of(ask, record) }).toEqual({ ask, onRecord: 1, inAll: events })
})

test('an ordinary user starts it in a folder with a space and Chinese characters, and it says when it is ready', async (context) => {
  const account = await ordinaryAccount()
  if (typeof account === 'string') return context.skip(account)
  const home = await mkdtemp(join(tmpdir(), '同心 数据-'))
  if (account !== undefined) await chown(home, account.uid, account.gid)
  const product = launch({ home, port: await findFreePort(), account })
  const answers = await readinessOf(product)
  expect(answers.at(0)).toMatchObject({ status: 503, ready: false })
  expect(answers.at(-1)).toMatchObject({ status: 200, ready: true })
  expect(await statusOf(product, '/healthz')).toBe(200)
  const client = openClient(product.url)
  await signIn(client, 'zuoxi')
  expect((await client.get('/api/me')).status).toBe(200)
  client.close()
  const owner = account?.uid ?? process.getuid?.() ?? 0
  expect((await stat(join(home, 'postgres'))).uid).toBe(owner)
  expect(await stopProduct(product)).toEqual(stopped)
  await rm(home, { recursive: true, force: true })
})

test('nothing outside this machine is contacted', async () => {
  const contacts = join(fresh, 'contacts.txt')
  const recorder = new URL('./contacts-recorder.ts', import.meta.url).href
  const env = { ...withoutPast, CONTACTS_FILE: contacts, NODE_OPTIONS: `--import=${recorder}` }
  const product = await start({ home: city, port: await findFreePort(), env })
  const load = await startLoad(product.url, 1)
  while (load.acknowledged.length < 10) await pause(20)
  await load.stop()
  expect(await statusOf(product, '/')).toBe(200)
  expect(await statusOf(product, '/r')).toBe(200)
  expect(await stopProduct(product)).toEqual(stopped)
  const turnedTo = new Set((await readFile(contacts, 'utf8')).trim().split('\n'))
  expect([...turnedTo]).toEqual(['127.0.0.1'])
})

function launch(options: ProductOptions): Product {
  const product = launchProduct(options)
  running.push(product)
  return product
}

async function start(options: ProductOptions): Promise<Product> {
  const product = await startProduct(options)
  running.push(product)
  return product
}

async function statusOf({ url }: Product, path: string): Promise<number> {
  const client = openClient(url)
  const { status } = await client.get(path)
  client.close()
  return status
}

/** What it answers to whoever asks whether it is ready, from its first word on. */
async function readinessOf({ url, started }: Product) {
  const answers: { readonly status: number; readonly ready: unknown }[] = []
  const client = openClient(url)
  const look = async () => {
    const reply = await client.get('/readyz').catch(() => undefined)
    if (reply === undefined) return
    const { ready }: { ready?: unknown } = JSON.parse(reply.text)
    answers.push({ status: reply.status, ready })
  }
  const isStarted = started.then(() => true)
  do await look()
  while (!(await Promise.race([isStarted, pause(50, false)])))
  await look()
  client.close()
  return answers
}
