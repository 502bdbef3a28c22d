import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openClient, signIn } from '../../bench/product/client.ts'
import type { Product } from '../../bench/product/product.ts'
import { hold, rowsOf, untilSomebodyWaits } from './held.ts'
import { atLength } from './length.ts'
import { type Load, startLoad } from './load.ts'
import { carryOutMerger, goneStreet } from './merger.ts'
import { recheckProgram, startProgram, verifyProgram } from './programs.ts'
import { expectAllKept, openStage, type Stage } from './stage.ts'

const all = ['product', 'database', 'product and the database'] as const
type Struck = (typeof all)[number]
/** With the other tests only the worst; each of them when run at length. */
const some = all.slice(-atLength({ short: 1, long: all.length }))

let stage: Stage
let product: Product | undefined

beforeAll(async () => {
  stage = await openStage()
})

afterEach(() => stage.database.wire.slowBy(0))

afterAll(() => stage.clear())

test.each(some)('with the %s killed in a migration, the next start does it whole', async (what) => {
  await write(`update schema_version set functions = 'of an earlier release'`)
  const letGo = await hold(stage.database.url(), 'select 1 from schema_version for update')
  const starting = await stage.launch()
  await untilSomebodyWaits(stage.database.url())
  if (what !== 'product') killDatabase()
  if (what !== 'database') await stage.kill(starting)
  await letGo()
  const started = what === 'database' ? starting : await stage.start()
  await started.started
  await register(started, 530_102_001, 1)
  const [row] = await select<{ functions: string }>('select functions from schema_version')
  expect(row?.functions).toMatch(/^[0-9a-f]{64}$/)
  await stage.kill(started)
})

test.each(some)(
  'with the %s killed while it folds counts, each is counted once',
  async (what) => {
    product ??= await stage.start()
    await register(product, 530_102_001, 1)
    await expect.poll(() => select('select 1 from fold'), { timeout: 10_000 }).not.toEqual([])
    const letGo = await hold(stage.database.url(), 'select 1 from fold for update')
    await register(product, 530_102_001, 20)
    await untilSomebodyWaits(stage.database.url())
    await strike(what)
    await letGo()
    product ??= await stage.start()
    await expect
      .poll(() => tried(() => select('select 1 from delta limit 1')), patience)
      .toEqual([])
    await stage.stopAndRecheck()
    product = undefined
  },
  120_000,
)

test('killed while a reorganisation moves open work, it goes on and moves each record once', async () => {
  product = await stage.start()
  const open = 90
  await register(product, goneStreet, open)
  stage.database.wire.slowBy(15)
  const id = await carryOutMerger(product.url)
  await untilMoved(5)
  await strike('product')
  product = await stage.start()
  await untilMoved(30)
  await strike('database')
  await untilMoved(60)
  const before = await moved()
  await strike('product and the database')
  expect(before).toBeLessThan(open)
  product = await stage.start()
  stage.database.wire.slowBy(0)
  const state = `select state from record where id = '${id}'`
  await expect.poll(() => tried(() => select(state)), patience).toEqual([{ state: 'done' }])
  const times = `select n, count(*)::int as records from (
    select e.record_id, count(*)::int as n from event e
      join record r on r.city = e.city and r.id = e.record_id
    where e.type = 'Relocated' and r.kind = 'resident-appeal' group by 1) t group by n`
  expect(await select(times)).toEqual([{ n: 1, records: open }])
  await stage.stopAndRecheck()
  product = undefined
}, 240_000)

test('a backup that was killed is refused, and one made during work holds a whole city', async () => {
  product = await stage.start()
  const folder = await mkdtemp(join(tmpdir(), 'tongxin-backups-'))
  const load = await startLoad(product.url, 3)
  await answered(load, 24)
  for (const what of ['backup', 'database'] as const) {
    const letGo = await hold(stage.database.url(), 'lock table machine in access exclusive mode')
    const { child, ended } = backupTo(join(folder, what))
    await untilSomebodyWaits(stage.database.url())
    if (what === 'backup') child.kill('SIGKILL')
    else killDatabase()
    await letGo()
    expect((await ended).code).not.toBe(0)
    const home = join(folder, `from ${what}`)
    const refused = await startProgram('restore', [join(folder, what)], { TONGXIN_HOME: home })
      .ended
    expect(refused.code).toBe(1)
    expect(refused.said).toMatch(/不完整|没有完整的备份/)
    await answered(load, 12)
  }
  const whole = join(folder, 'whole')
  expect((await backupTo(whole).ended).code).toBe(0)
  await answered(load, 12)
  await load.stop()
  await expectAllKept(load, stage.database.url())
  const home = join(folder, 'restored')
  const restored = await startProgram('restore', [whole], { TONGXIN_HOME: home }).ended
  expect(restored.code, restored.said).toBe(0)
  expect(await recheckProgram(home)).toEqual({ code: 0, said: '' })
  expect(await verifyProgram(home)).toEqual({ code: 0, said: '' })
  await stage.stopAndRecheck()
  await rm(folder, { recursive: true, force: true })
}, 240_000)

const patience = { timeout: 60_000, interval: 100 }

function backupTo(folder: string) {
  return startProgram('backup', [folder], {
    TONGXIN_HOME: stage.home,
    DATABASE_URL: stage.database.url(),
  })
}

async function strike(what: Struck): Promise<void> {
  if (what !== 'product') killDatabase()
  if (what === 'database' || product === undefined) return
  await stage.kill(product)
  product = undefined
}

/** Its keeper starts it again, as an operator's would. */
function killDatabase(): void {
  process.kill(stage.database.pid(), 'SIGKILL')
}

async function untilMoved(enough: number): Promise<void> {
  await expect
    .poll(() => tried(moved), { ...patience, interval: 20 })
    .toSatisfy((n: number | undefined) => n !== undefined && n >= enough)
}

async function moved(): Promise<number> {
  const sql = `select count(*)::int as n from event where type = 'Relocated'`
  return (await select<{ n: number }>(sql))[0]?.n ?? 0
}

async function register({ url }: Product, area: number, count: number): Promise<void> {
  const client = openClient(url, { connections: 4 })
  await signIn(client, 'zuoxi')
  const data = { title: '路灯不亮', detail: '楼下的路灯三天没有亮了', channel: 'phone' }
  const asks = Array.from({ length: count }, () =>
    client.post('/api/resident-appeal/register', { ask: randomUUID(), area, data }),
  )
  for (const { status, text } of await Promise.all(asks)) expect(status, text).toBe(200)
  client.close()
}

async function answered({ acknowledged }: Load, more: number): Promise<void> {
  const enough = acknowledged.length + more
  for (let waited = 0; acknowledged.length < enough; waited += 20) {
    if (waited > 60_000) throw new Error('the product does not come back')
    await pause(20)
  }
}

function select<Row extends object>(sql: string): Promise<readonly Row[]> {
  return rowsOf<Row>(stage.database.url(), sql)
}

async function write(sql: string): Promise<void> {
  await rowsOf(stage.database.url(), sql)
}

/** Nothing while the database is coming back. */
function tried<T>(reading: () => Promise<T>): Promise<T | undefined> {
  return reading().catch(() => undefined)
}
