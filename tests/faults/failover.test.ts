import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { withoutPast, writeCity } from '../../bench/product/prepared-city.ts'
import { type Product, startProduct, stopProduct } from '../../bench/product/product.ts'
import { findFreePort } from '../../src/platform/postgres/port.ts'
import { type ServerPair, startServerPair } from '../../bench/product/server-pair.ts'
import { rowsOf } from './held.ts'
import { atLength } from './length.ts'
import { type Load, startLoad } from './load.ts'
import { recheckProgram, verifyProgram } from './programs.ts'
import { expectAllKept } from './stage.ts'

let home = ''
let servers: ServerPair
let product: Product | undefined
const atWork = atLength({ short: 32, long: 2_000 })

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'tongxin-failover-'))
  servers = await startServerPair((url) => writeCity(url, home))
  await servers.makeSynchronous()
  product = await start()
})

afterAll(async () => {
  if (product !== undefined) await stopProduct(product)
  await servers.stop()
  await rm(home, { recursive: true, force: true })
})

test('when the primary dies under load and the standby is promoted, nothing acknowledged is lost', async ({
  annotate,
}) => {
  const load = await startLoad(product?.url ?? '', 6)
  await answered(load, atWork)
  const killed = performance.now()
  await servers.primary.kill()
  const lastBefore = await untilSilent(load)
  await rowsOf(servers.standby.url, 'select pg_promote()')
  const promoted = performance.now()
  await answered({ acknowledged: load.acknowledged }, 1, lastBefore)
  const accepted = performance.now()
  await annotate(
    `promoted ${ms(promoted - killed)} after the kill, ` +
      `first write accepted ${ms(accepted - promoted)} after that`,
  )
  await answered(load, atWork)

  // The old primary comes back and takes itself for one: it is older, so nobody goes there.
  await servers.primary.start()
  const eventsThere = () => rowsOf(servers.primary.url, 'select count(*)::int as n from event')
  const left = await eventsThere()
  await pause(1_500)
  await answered(load, atWork)
  await load.stop()
  expect(await eventsThere()).toEqual(left)
  await expectAllKept(load, servers.standby.url)
}, 120_000)

test('who connects now finds the one that was promoted last, whichever is named first', async () => {
  const { primary, standby } = servers
  for (const [one, other] of [[primary, standby] as const, [standby, primary] as const]) {
    const url = `postgres://postgres@127.0.0.1:${one.port},127.0.0.1:${other.port}/postgres`
    expect(await rowsOf(url, 'select inet_server_port() as port')).toEqual([{ port: standby.port }])
  }
})

test('after all this everything that is stored follows from the events', async () => {
  if (product !== undefined) expect(await stopProduct(product)).toEqual({ code: 0, signal: null })
  product = undefined
  const agrees = { code: 0, said: '' }
  expect(await recheckProgram(home, { DATABASE_URL: servers.both })).toEqual(agrees)
  expect(await verifyProgram(home, { DATABASE_URL: servers.both })).toEqual(agrees)
}, 60_000)

async function start(): Promise<Product> {
  const env = { ...withoutPast, DATABASE_URL: servers.both }
  return startProduct({ home, port: await findFreePort(), env })
}

async function answered(
  { acknowledged }: Pick<Load, 'acknowledged'>,
  more: number,
  from = acknowledged.length,
): Promise<void> {
  for (let waited = 0; acknowledged.length < from + more; waited += 5) {
    if (waited > 60_000) throw new Error('the product does not come back')
    await pause(5)
  }
}

/** Answers that were on their way arrive yet; then nothing does. */
async function untilSilent({ acknowledged }: Load): Promise<number> {
  for (let before = -1; before !== acknowledged.length;) {
    before = acknowledged.length
    await pause(300)
  }
  return acknowledged.length
}

function ms(time: number): string {
  return `${Math.round(time)} ms`
}
