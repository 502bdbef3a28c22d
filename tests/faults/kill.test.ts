import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { prepareCity, withoutPast } from '../../bench/product/prepared-city.ts'
import {
  launchProduct,
  type Product,
  startProduct,
  stopProduct,
} from '../../bench/product/product.ts'
import { findFreePort } from '../../src/platform/postgres/port.ts'
import { runningUrl } from '../../src/platform/postgres/running.ts'
import { seededDice, shuffled } from './dice.ts'
import { atLength } from './length.ts'
import { type Load, startLoad } from './load.ts'
import { killDatabase } from './own-kill.ts'
import { recheckProgram, verifyProgram } from './programs.ts'
import { durability, eventsOfAsks, untilEffectsAreDone } from './stored.ts'

/** What is killed, in which order; `start` is a product that starts again and is killed at it. */
type Strike = readonly ('node' | 'database' | 'start')[]
const strikes: readonly [Strike, ...Strike[]] = [
  ['node'],
  ['database'],
  ['database', 'node'],
  ['node', 'database'],
  ['node', 'start'],
  ['database', 'database'],
  ['node', 'start', 'database', 'start'],
]

/** KILL_ROUNDS=3 does only the first three, while one works on the product. */
const rounds = Number(process.env['KILL_ROUNDS'] ?? atLength({ short: 7, long: 280 }))
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
  const plan = Array.from({ length: rounds }, (_, at) => strikes[at % strikes.length] ?? strikes[0])
  for (const strike of shuffled(plan, dice)) {
    await answered(load, atWork)
    await pause(dice(1_000))
    product = await struck(strike, product, { launch: () => launchProduct(options), dice })
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
}, 7_200_000)

/** Kills without warning, one after the other with little time between, and starts again as a user
 *  would; gives the product that runs then. */
async function struck(
  strike: Strike,
  running: Product,
  { launch, dice }: { readonly launch: () => Product; readonly dice: (below: number) => number },
): Promise<Product> {
  let alive: Product | undefined = running
  for (const [at, one] of strike.entries()) {
    if (at > 0) await pause(dice(400))
    if (one === 'database') {
      await killDatabase(home)
      continue
    }
    if (one === 'start') {
      alive = launch()
      await pause(dice(2_000))
    }
    alive?.send('SIGKILL')
    await alive?.ended
    alive = undefined
  }
  if (alive !== undefined) return alive
  const again = launch()
  await again.started
  return again
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
