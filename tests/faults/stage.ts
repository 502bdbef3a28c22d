import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { withoutPast, writeCity } from '../../bench/product/prepared-city.ts'
import { type Product, startProduct, stopProduct } from '../../bench/product/product.ts'
import { type Embedded, startEmbedded } from '../../src/platform/postgres/embedded.ts'
import { findFreePort } from '../../src/platform/postgres/port.ts'
import type { Load } from './load.ts'
import { recheckProgram } from './programs.ts'
import { eventsOfAsks, untilEffectsAreDone } from './stored.ts'
import { openWire, type Wire } from './wire.ts'

/** The product on a city without a past, with a database server of its own behind a wire. */
export type Stage = {
  readonly home: string
  /** The database's own address, past the wire. */
  databaseUrl(): string
  readonly wire: Wire
  /** One more process of the product on the same database. */
  start(): Promise<Product>
  stopDatabase(): Promise<void>
  startDatabase(): Promise<void>
  databasePid(): number
  /** Sets the clock of every process of the product wrong by so much. */
  shiftClock(ms: number): Promise<void>
  /** Stops the product and rechecks everything that is stored. */
  stopAndRecheck(): Promise<void>
  clear(): Promise<void>
}

const silent = () => undefined

export async function openStage(): Promise<Stage> {
  const home = await mkdtemp(join(tmpdir(), 'tongxin-fault-'))
  const databaseHome = join(home, 'database')
  const productHome = join(home, 'product')
  const clock = join(home, 'clock.txt')
  await writeFile(clock, '0')
  let database: Embedded | undefined = await startEmbedded({ home: databaseHome, say: silent })
  let url = database.url
  await writeCity(url, productHome)
  const wire = await openWire(url)
  const running: Product[] = []
  const stop = () => Promise.all(running.splice(0).map(stopProduct))
  const stage: Stage = {
    home: productHome,
    databaseUrl: () => url,
    wire,
    async start() {
      const env = {
        ...withoutPast,
        DATABASE_URL: wire.url,
        CLOCK_FILE: clock,
        NODE_OPTIONS: `--import=${new URL('./shifted-clock.ts', import.meta.url).href}`,
      }
      const product = await startProduct({ home: productHome, port: await findFreePort(), env })
      running.push(product)
      return product
    },
    async stopDatabase() {
      await database?.stop()
      database = undefined
    },
    async startDatabase() {
      database = await startEmbedded({ home: databaseHome, say: silent })
      url = database.url
      wire.leadTo(url)
    },
    databasePid: () => database?.pid ?? 0,
    shiftClock: (ms) => writeFile(clock, String(ms)),
    async stopAndRecheck() {
      await untilEffectsAreDone(url)
      expect(await stop()).toSatisfy((ends: readonly { code: unknown }[]) =>
        ends.every(({ code }) => code === 0),
      )
      expect(await recheckProgram(productHome, { DATABASE_URL: url })).toEqual({
        code: 0,
        said: '',
      })
    },
    async clear() {
      await stop()
      await wire.close()
      await database?.stop()
      await rm(home, { recursive: true, force: true })
    },
  }
  return stage
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
