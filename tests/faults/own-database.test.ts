import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openClient, signIn } from '../../bench/product/client.ts'
import { type Product, startProduct, stopProduct } from '../../bench/product/product.ts'
import { type Embedded, startEmbedded } from '../../src/platform/postgres/embedded.ts'
import { findFreePort } from '../../src/platform/postgres/port.ts'
import { withClient } from '../../src/platform/store/database.ts'

/** A server that somebody else looks after, as far as the product can tell. */
let server: Embedded
let serverHome = ''
let home = ''
let databases = 0
let product: Product | undefined

beforeAll(async () => {
  serverHome = await mkdtemp(join(tmpdir(), 'tongxin-server-'))
  server = await startEmbedded({ home: serverHome, say: () => undefined })
})

afterAll(async () => {
  await server.stop()
  await rm(serverHome, { recursive: true, force: true })
})

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'tongxin-home-'))
})

afterEach(async () => {
  if (product !== undefined) await stopProduct(product)
  product = undefined
  await rm(home, { recursive: true, force: true })
})

test('on a database of its owner it loads no demo, and a one-time code makes the first administrator', async () => {
  const url = await emptyDatabase()
  const first = await startOn(url)
  const code = codeIn(first)
  expect(code).toMatch(/^\S{6,}$/)
  expect(first.said.join('\n')).not.toContain('zuoxi')
  const client = openClient(first.url)
  const about = {
    code: 530_100,
    cityName: '昆明市',
    name: '周明远',
    login: 'zhoumy',
    password: '春城无处不飞花 2026',
  }
  const wrong = await client.post('/api/set-up', { ...about, typed: 'AAAAAAAAAA' })
  expect(wrong.status).toBe(403)
  const short = await client.post('/api/set-up', { ...about, typed: code, code: 53 })
  expect(JSON.parse(short.text)).toMatchObject({
    error: { fields: { code: '城市代码是六位数字，如 530100' } },
  })
  const right = await client.post('/api/set-up', { ...about, typed: code })
  expect(right).toMatchObject({ status: 200 })
  const twice = await client.post('/api/set-up', { ...about, typed: code, login: 'another' })
  expect(twice.status).toBe(403)
  const { login, password } = about
  expect(await client.post('/api/session', { login, password })).toMatchObject({ status: 200 })
  client.close()
  await stopProduct(first)

  const later = await startOn(url)
  expect(codeIn(later)).toBeUndefined()
})

test('the demo city is loaded into a database of its owner only when asked for by name', async () => {
  const demo = await startOn(await emptyDatabase(), { TONGXIN_DEMO: '1' })
  expect(codeIn(demo)).toBeUndefined()
  expect(demo.said.join('\n')).toContain('zuoxi')
  const client = openClient(demo.url)
  await signIn(client, 'zuoxi')
  const me: { demo: boolean } = JSON.parse((await client.get('/api/me')).text)
  expect(me.demo).toBe(true)
  client.close()
  // Its past may still be loading: stopping in the middle of that is in order, too.
  expect(await stopProduct(demo)).toEqual({ code: 0, signal: null })
})

async function startOn(url: string, env: Readonly<Record<string, string>> = {}): Promise<Product> {
  product = await startProduct({
    home,
    port: await findFreePort(),
    env: { ...env, DATABASE_URL: url },
  })
  return product
}

async function emptyDatabase(): Promise<string> {
  databases += 1
  const name = `own${databases}`
  await withClient(server.url, (client) => client.query(`create database ${name}`))
  const url = new URL(server.url)
  url.pathname = `/${name}`
  return url.href
}

/** The one-time code that a start prints while nobody can sign in yet. */
function codeIn({ said }: Product): string | undefined {
  return /一次性代码 (\S+) /.exec(said.join('\n'))?.[1]
}
