import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { findFreePort } from '../src/platform/postgres/port.ts'
import { readPostmasterPid } from '../src/platform/postgres/orphans.ts'
import { lessIsBetter, type Line } from './line.ts'
import { memoryOf, untilAtRest } from './memory.ts'
import { openClient } from './product/client.ts'
import { launchProduct, type Product, stopProduct } from './product/product.ts'

/** How long the first start and a later one take, until the sign-in page is there; how long the
 *  demo's past loads behind it; and what all processes hold when nothing happens. */
export async function startLines(): Promise<readonly Line[]> {
  const home = await mkdtemp(join(tmpdir(), 'tongxin-starting-'))
  const options = { home, port: await findFreePort() }
  let product: Product | undefined
  try {
    const first = seconds()
    product = launchProduct(options)
    await untilSignInPage(product)
    const firstStart = first()
    await untilLoaded(product)
    const loaded = first()
    await stopProduct(product)

    const later = seconds()
    product = launchProduct(options)
    await untilSignInPage(product)
    const laterStart = later()
    await untilLoaded(product)
    await pause(5_000)
    const processes = [product.pid, await databasePid(home)]
    await untilAtRest(processes)
    const memory = await memoryOf(processes)
    const unit = 's'
    return [
      lessIsBetter({ name: 'first-start', ours: firstStart, limit: 20, unit }),
      lessIsBetter({ name: 'demo-loaded', ours: loaded, limit: 120, unit }),
      lessIsBetter({ name: 'later-start', ours: laterStart, limit: 3, unit }),
      ...(memory === undefined
        ? []
        : [lessIsBetter({ name: 'memory-idle', ours: memory, limit: 400, unit: 'MB' })]),
    ]
  } finally {
    if (product !== undefined) await stopProduct(product)
    await rm(home, { recursive: true, force: true })
  }
}

export function seconds(): () => number {
  const began = performance.now()
  return () => (performance.now() - began) / 1000
}

async function untilSignInPage({ url, started }: Product): Promise<void> {
  const client = openClient(url)
  const whole = started.then(() => true)
  while ((await client.get('/').catch(() => undefined))?.status !== 200)
    await Promise.race([pause(20), whole.then(() => pause(5))])
  client.close()
}

async function untilLoaded({ url }: Product): Promise<void> {
  const client = openClient(url)
  for (;;) {
    const { loading }: { loading?: unknown } = JSON.parse((await client.get('/api/progress')).text)
    if (loading === undefined) break
    await pause(250)
  }
  client.close()
}

async function databasePid(home: string): Promise<number> {
  return (await readPostmasterPid(join(home, 'postgres')))?.pid ?? 0
}
