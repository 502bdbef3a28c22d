import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { withoutPast, writeCity } from '../../bench/product/prepared-city.ts'
import { launchProduct, type Product, stopProduct } from '../../bench/product/product.ts'
import { findFreePort } from '../../src/platform/postgres/port.ts'
import type { Load } from './load.ts'
import { recheckProgram, verifyProgram } from './programs.ts'
import { openStageDatabase, type StageDatabase } from './stage-database.ts'
import { eventsOfAsks, untilEffectsAreDone } from './stored.ts'

/** The product on a city without a past, with a database server of its own behind a wire. */
export type Stage = {
  readonly home: string
  readonly database: StageDatabase
  /** One more process of the product on the same database. */
  start(): Promise<Product>
  /** The same, without waiting until it has started. */
  launch(): Promise<Product>
  /** Kills one of them without warning. */
  kill(product: Product): Promise<void>
  /** Sets the clock of every process of the product wrong by so much. */
  shiftClock(ms: number): Promise<void>
  /** Stops the product and rechecks everything that is stored. */
  stopAndRecheck(): Promise<void>
  clear(): Promise<void>
}

const shiftedClock = new URL('./shifted-clock.ts', import.meta.url).href

export async function openStage(): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'tongxin-fault-'))
  const home = join(folder, 'product')
  const clock = join(folder, 'clock.txt')
  await writeFile(clock, '0')
  const database = await openStageDatabase(join(folder, 'database'))
  await writeCity(database.url(), home)
  const running: Product[] = []
  const stop = () => Promise.all(running.splice(0).map(stopProduct))
  const env = {
    ...withoutPast,
    DATABASE_URL: database.wire.url,
    CLOCK_FILE: clock,
    NODE_OPTIONS: `--import=${shiftedClock}`,
  }
  async function launch(): Promise<Product> {
    const product = launchProduct({ home, port: await findFreePort(), env })
    running.push(product)
    return product
  }
  return {
    home,
    database,
    launch,
    async start() {
      const product = await launch()
      await product.started
      return product
    },
    async kill(product) {
      running.splice(running.indexOf(product), 1)
      product.send('SIGKILL')
      await product.ended
    },
    shiftClock: (ms) => writeFile(clock, String(ms)),
    async stopAndRecheck() {
      await untilEffectsAreDone(database.url())
      const ends = await stop()
      expect(ends.map(({ code }) => code)).toEqual(ends.map(() => 0))
      await expectAgreement(home, database.url())
    },
    async clear() {
      await stop()
      await database.wire.close()
      await database.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** What is stored follows from the events, and the events are those that were sealed. */
async function expectAgreement(home: string, url: string): Promise<void> {
  const agrees = { code: 0, said: '' }
  expect(await recheckProgram(home, { DATABASE_URL: url })).toEqual(agrees)
  expect(await verifyProgram(home, { DATABASE_URL: url })).toEqual(agrees)
}

/** What was said to be done is there once, and the last of it gets its first answer again. */
export async function expectAllKept(load: Load, url: string): Promise<void> {
  expect(load.surprises).toEqual([])
  await untilEffectsAreDone(url)
  const stored = await eventsOfAsks(url)
  expect(stored.twice).toEqual([])
  for (const { ask, record, events } of load.acknowledged)
    expect({ ask, ...stored.of(ask, record) }).toEqual({ ask, onRecord: 1, inAll: events })
  const last = load.acknowledged.slice(-20)
  expect(await Promise.all(last.map(({ again }) => again()))).toEqual(last.map(() => 200))
  expect((await eventsOfAsks(url)).count).toBe(stored.count)
}
