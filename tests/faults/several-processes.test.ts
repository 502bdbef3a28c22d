import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Client, openClient, signIn } from '../../bench/product/client.ts'
import type { Product } from '../../bench/product/product.ts'
import { freeze } from './frozen.ts'
import { rowsOf } from './held.ts'
import { type Load, startLoad } from './load.ts'
import { expectAllKept, openStage, type Stage } from './stage.ts'
import { eventsOfAsks } from './stored.ts'

let stage: Stage
/** The one that was there first and has every turn, and the one that waits for them. */
let first: Product
let second: Product
let load: Load | undefined
const clients: Client[] = []

beforeAll(async () => {
  stage = await openStage()
  first = await stage.start()
})

afterEach(async () => {
  await load?.stop()
  load = undefined
})

afterAll(async () => {
  clients.forEach((client) => client.close())
  await stage.clear()
})

const works = 6
const withinMs = 5_000
const inFlightMs = 200
const all = ['clocks', 'folded', 'sealed', 'turns']

test('who comes first has the turn of every work, and the next waits for it', async () => {
  await expect.poll(async () => (await holding()).length, { timeout: 10_000 }).toBe(works)
  const holders = await holding()
  second = await stage.start()
  expect(await holding()).toEqual(holders)
})

test('what is set in one process holds in the other within two seconds', async () => {
  const [here, there] = [await as(first, 'admin'), await as(second, 'huashan-jingban')]
  const name = '测试新科室'
  const values = { name, type: 'street-office', area: 530_102_001, parent: 10_000 }
  expect((await there.get('/api/directory')).text).not.toContain(name)
  const made = await here.post('/api/settings/units', { values })
  expect(made.status, made.text).toBe(200)
  await expect
    .poll(async () => (await there.get('/api/directory')).text, { timeout: 2_000, interval: 50 })
    .toContain(name)
})

test('who signs out at one process is signed out at the other within two seconds', async () => {
  const here = await as(first, 'lingdao')
  const there = openClient(second.url, { cookie: here.cookie() })
  clients.push(there)
  expect((await there.get('/api/me')).status).toBe(200)
  expect((await here.delete('/api/session')).status).toBe(200)
  const seen = async () => (await there.get('/api/me')).status
  await expect.poll(seen, { timeout: 2_000, interval: 50 }).toBe(401)
})

test('killed while asks come in, the one with the turns is followed by the other within seconds', async () => {
  load = await startLoad(second.url, 2)
  const beside = keepCalling(first)
  await answered(load, 12)
  await expect.poll(() => beside.calls.length, { timeout: 10_000 }).toBeGreaterThan(3)
  const holders = await holding()
  await stage.kill(first)
  await expectTakenOver(holders)
  await beside.stop()
  await load.stop()
  expect(load.surprises).toEqual([])
  await expectStored([...beside.calls, ...load.acknowledged.map(({ ask }) => ask)])
}, 60_000)

test('one that stands still with its lines open is followed too, and stands by when it goes on', async () => {
  first = await stage.start()
  load = await startLoad(first.url, 2)
  await answered(load, 12)
  const holders = await holding()
  const goOn = await freeze(second.pid)
  await expectTakenOver(holders).finally(goOn)
  const heirs = await holding()
  await answered(load, 8)
  expect(await holding()).toEqual(heirs)
  await load.stop()
  await expectAllKept(load, stage.database.url())
}, 60_000)

test('after all this everything that is stored follows from the events', () =>
  stage.stopAndRecheck())

/** From now on, within seconds, others than those have every turn, and each work is seen to go on. */
async function expectTakenOver(before: readonly number[]): Promise<void> {
  const began = performance.now()
  // What the database was doing for the lost one just then ends by itself.
  await pause(inFlightMs)
  const [stood] = await looked()
  const took: Record<string, number> = {}
  const note = (what: string) => (took[what] ??= Math.round(performance.now() - began))
  while (Object.keys(took).length < 4 && performance.now() - began < withinMs) {
    const [now] = await looked()
    for (const what of ['clocks', 'folded', 'sealed'] as const)
      if ((now?.[what] ?? 0) > (stood?.[what] ?? 0)) note(what)
    const holders = await holding()
    if (holders.length === works && !holders.some((pid) => before.includes(pid))) note('turns')
    await pause(20)
  }
  expect(Object.keys(took).toSorted(), JSON.stringify(took)).toEqual(all)
}

function looked() {
  return select<{ clocks: number; folded: number; sealed: number }>(
    `select (select count(*)::int from event where actor = 'effect' and seq > 1) as clocks,
      (select coalesce(max(seq), 0)::int from fold) as folded,
      (select coalesce(max(n), 0)::int from seal) as sealed`,
  )
}

/** The connections that have a turn, one for each work. */
async function holding(): Promise<readonly number[]> {
  const rows = await select<{ pid: number }>(
    `select pid from pg_locks where locktype = 'advisory' and granted and objsubid = 2 order by pid`,
  )
  return rows.map(({ pid }) => pid)
}

type Calls = { readonly calls: readonly string[]; stop(): Promise<void> }

/** Registers calls one after the other, for as long as somebody answers. */
function keepCalling(product: Product): Calls {
  const calls: string[] = []
  let stopping = false
  async function calling(): Promise<void> {
    const desk = await as(product, 'zuoxi')
    while (!stopping) {
      const ask = randomUUID()
      const data = { title: '路灯不亮', detail: '楼下的路灯三天没有亮了', channel: 'phone' }
      const body = { ask, area: 530_102_001, data }
      const reply = await desk.post('/api/resident-appeal/register', body).catch(() => undefined)
      if (reply === undefined) return
      if (reply.status === 200) calls.push(ask)
    }
  }
  const running = calling()
  return {
    calls,
    async stop() {
      stopping = true
      await running
    },
  }
}

async function expectStored(asks: readonly string[]): Promise<void> {
  const stored = await eventsOfAsks(stage.database.url())
  expect(stored.twice).toEqual([])
  expect(asks.filter((ask) => stored.inAll(ask) === 0)).toEqual([])
}

async function answered({ acknowledged }: Load, more: number): Promise<void> {
  const enough = acknowledged.length + more
  for (let waited = 0; acknowledged.length < enough; waited += 20) {
    if (waited > 60_000) throw new Error('nobody answers')
    await pause(20)
  }
}

async function as(product: Product, login: string): Promise<Client> {
  const client = openClient(product.url)
  clients.push(client)
  await signIn(client, login)
  return client
}

function select<Row extends object>(sql: string): Promise<readonly Row[]> {
  return rowsOf<Row>(stage.database.url(), sql)
}
