import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Ended, startProduct, stopProduct } from '../../bench/product/product.ts'
import { findFreePort } from '../../src/platform/postgres/port.ts'
import { runningUrl } from '../../src/platform/postgres/running.ts'
import { type Database, openDatabase } from '../../src/platform/store/database.ts'
import { prepareMainJobCity } from './main-job-city.ts'
import { openSignal, type Signal } from './signal.ts'

/** The product on a city of grids where nothing has happened, and a line to it that can be cut. */
export type GridStage = {
  readonly home: string
  /** Where the phone keeps its things. */
  readonly folder: string
  /** Over the line. */
  readonly page: string
  /** Past it: what the platform itself says. */
  readonly url: string
  readonly signal: Signal
  readonly db: Database
  stopProduct(): Promise<Ended>
  clear(): Promise<void>
}

export async function openGridStage(): Promise<GridStage> {
  const home = await mkdtemp(join(tmpdir(), 'tongxin-grid-'))
  const folder = await mkdtemp(join(tmpdir(), 'tongxin-phone-'))
  await prepareMainJobCity(home)
  const port = await findFreePort()
  const product = await startProduct({ home, port, env: { TONGXIN_DEMO: '0' } })
  const db = openDatabase(await runningUrl(home))
  const signal = await openSignal(port)
  let ended: Promise<Ended> | undefined
  const stop = async () => {
    await db.close()
    return stopProduct(product)
  }
  return {
    home,
    folder,
    page: `http://127.0.0.1:${signal.port}/g`,
    url: product.url,
    signal,
    db,
    stopProduct: () => (ended ??= stop()),
    async clear() {
      await signal.close()
      await (ended ??= stop())
      await rm(home, { recursive: true, force: true })
      await rm(folder, { recursive: true, force: true })
    },
  }
}
