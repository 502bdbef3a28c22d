import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { type Ended, type Product, startProduct, stopProduct } from '../../bench/product/product.ts'
import { demoDirectory } from '../../src/main/demo/city.ts'
import { findFreePort } from '../../src/platform/postgres/port.ts'
import { runningUrl } from '../../src/platform/postgres/running.ts'
import { type Database, openDatabase } from '../../src/platform/store/database.ts'
import { startBrowser } from './browser.ts'
import { type More, nothingMore, prepareMainJobCity } from './main-job-city.ts'

/** The product on a city where nothing has happened, a browser, and its store to look into. */
export type Stage = {
  readonly home: string
  readonly url: string
  readonly browser: Browser
  readonly db: Database
  /** Keeps what the pages look like, for whoever looks into a failed test. */
  keepPictures(folder: string): Promise<void>
  /** Stops the product as an operator does and leaves its home. */
  stopProduct(): Promise<Ended>
  clear(): Promise<void>
}

export async function openStage(more: More = nothingMore): Promise<Stage> {
  const home = await mkdtemp(join(tmpdir(), 'tongxin-job-'))
  await prepareMainJobCity(home, more)
  const port = await findFreePort()
  const product = await startProduct({ home, port, env: { TONGXIN_DEMO: '0' } })
  const browser = await startBrowser()
  const db = openDatabase(await runningUrl(home))
  const stop = once(() => stopWith(product, db))
  return {
    home,
    url: product.url,
    browser,
    db,
    async keepPictures(folder) {
      const pages = browser.contexts().flatMap((context) => context.pages())
      for (const [at, page] of pages.entries())
        await page.screenshot({ path: join(folder, `${at}.png`) })
    },
    stopProduct: stop,
    async clear() {
      await browser.close()
      await stop()
      await rm(home, { recursive: true, force: true })
    },
  }
}

const { areas, units } = demoDirectory()

export function unitNamed(name: string): number {
  const unit = units.find((one) => one.name === name)
  if (unit === undefined) throw new Error(`the demo city has no unit ${name}`)
  return unit.id
}

export function areaNamed(name: string): number {
  const area = areas.find((one) => one.name === name)
  if (area === undefined) throw new Error(`the demo city has no area ${name}`)
  return area.code
}

async function stopWith(product: Product, db: Database): Promise<Ended> {
  await db.close()
  return stopProduct(product)
}

function once<T>(act: () => Promise<T>): () => Promise<T> {
  let done: Promise<T> | undefined
  return () => (done ??= act())
}
