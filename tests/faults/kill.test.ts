import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { prepareCity, withoutPast } from '../../bench/product/prepared-city.ts'
import { type Product, startProduct, stopProduct } from '../../bench/product/product.ts'
import { findFreePort } from '../../src/platform/postgres/port.ts'
import { runningUrl } from '../../src/platform/postgres/running.ts'
import { readPostmasterPid } from '../../src/platform/postgres/orphans.ts'
import { seededDice, shuffled } from './dice.ts'
import { type Load, startLoad } from './load.ts'
import { recheckProgram, verifyProgram } from './programs.ts'
import { durability, eventsOfAsks, untilEffectsAreDone } from './stored.ts'

type Struck = 'node' | 'database' | 'both'

/** KILL_ROUNDS=3 does only the first three, while one works on the product. */
const plan: readonly Struck[] = [
  ...Array.from({ length: 8 }, () => 'node' as const),
  ...Array.from({ length: 6 }, () => 'database' as const),
  ...Array.from({ length: 6 }, () => 'both' as const),
]
const rounds = Number(process.env['KILL_ROUNDS'] ?? plan.length)
const seed = 20_260_803
const sideBySide = 6
/** Answered asks between two strikes, so that each hits a product at work. */
const atWork = 24

let home = ''
let product: Product | undefined
let load: Load | undefined

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'tongxin-kill-'))
})

afterEach(async () => {
  await load?.stop().catch(() => undefined)
  if (product !== undefined) await stopProduct(product)
  await rm(home, { recursive: true, force: true })
})

test('killed under load, the product loses nothing that it acknowledged and does nothing twice', async () => {
  await prepareCity(home)
  const options = { home, port: await findFreePort(), env: withoutPast }
  product = await startProduct(options)
  expect(await durability(await runningUrl(home))).toEqual({
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
  })
  load = await startLoad(product.url, sideBySide)
  const dice = seededDice(seed)
  for (const struck of shuffled(plan, dice).slice(0, rounds)) {
    await answered(load, atWork)
    await pause(dice(1_000))
    product = await strike(struck, product, () => startProduct(options))
  }
  await answered(load, atWork)
  await load.stop()
  expect(load.surprises, faultsIn(product)).toEqual([])
  expect(load.resent()).toBeGreaterThan(rounds)

  const url = await runningUrl(home)
  await untilEffectsAreDone(url)
  const stored = await eventsOfAsks(url)
  expect(stored.twice).toEqual([])
  for (const { ask, record, events } of load.acknowledged)
    expect({ ask, ...stored.of(ask, record) }).toEqual({ ask, onRecord: 1, inAll: events })

  const last = load.acknowledged.slice(-20)
  expect(await Promise.all(last.map(({ again }) => again()))).toEqual(last.map(() => 200))
  expect((await eventsOfAsks(url)).count).toBe(stored.count)

  expect(await stopProduct(product)).toEqual({ code: 0, signal: null })
  product = undefined
  expect(await recheckProgram(home)).toEqual({ code: 0, said: '' })
  expect(await verifyProgram(home)).toEqual({ code: 0, said: '' })
}, 600_000)

/** Kills without warning and starts again as a user would; gives the product that runs then. */
async function strike(
  struck: Struck,
  running: Product,
  again: () => Promise<Product>,
): Promise<Product> {
  const database = await readPostmasterPid(join(home, 'postgres'))
  if (database === undefined) throw new Error('no database is running')
  if (struck !== 'node') process.kill(database.pid, 'SIGKILL')
  if (struck === 'database') return running
  running.send('SIGKILL')
  await running.ended
  return again()
}

async function answered({ acknowledged }: Load, more: number): Promise<void> {
  const enough = acknowledged.length + more
  for (let waited = 0; acknowledged.length < enough; waited += 20) {
    if (waited > 90_000) throw new Error('the product does not come back')
    await pause(20)
  }
}

/** What the product logged as its own faults, for whoever looks into a failed run. */
function faultsIn({ said }: Product): string {
  return said.filter((line) => line.startsWith('{"level":50')).join('\n')
}
