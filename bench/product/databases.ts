import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../../src/platform/postgres/embedded.ts'
import { findFreePort } from '../../src/platform/postgres/port.ts'
import { withClient } from '../../src/platform/store/database.ts'
import { writeCity } from './prepared-city.ts'
import { type Product, startProduct, stopProduct } from './product.ts'

export type Databases = {
  readonly home: string
  /** Another database with the same city in it. */
  copy(name: string): Promise<string>
  stop(): Promise<void>
}

/** One server with as many equal cities as are asked for, each in a database of its own. */
export async function openDatabases(): Promise<Databases> {
  const home = await mkdtemp(join(tmpdir(), 'tongxin-bench-'))
  const server = await startEmbedded({ home, say: () => undefined })
  const base = await empty(server.url, 'base')
  await writeCity(base, home)
  return {
    home,
    copy: (name) => empty(server.url, name, 'base'),
    async stop() {
      await server.stop()
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** Runs the product on a database while some work is done with it. */
export async function withProduct<T>(
  { home, url }: { readonly home: string; readonly url: string },
  work: (product: Product) => Promise<T>,
  env: Readonly<Record<string, string>> = {},
): Promise<T> {
  const port = await findFreePort()
  const product = await startProduct({ home, port, env: { ...env, DATABASE_URL: url } })
  try {
    return await work(product)
  } finally {
    await stopProduct(product)
  }
}

async function empty(server: string, name: string, template?: string): Promise<string> {
  const from = template === undefined ? '' : ` template ${template}`
  await withClient(server, (client) => client.query(`create database ${name}${from}`))
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}
