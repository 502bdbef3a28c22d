import { openCrew, type Crew } from '../load/workers.ts'
import { logins } from '../load/appeal-life.ts'
import { startProduct, stopProduct, type Product } from '../product/product.ts'
import { findFreePort } from '../../src/platform/postgres/port.ts'
import type { SizedCity } from './cities.ts'

/** The product at work on one city, and those who ask it. */
export type Side = {
  readonly city: SizedCity
  readonly product: Product
  readonly crew: Crew
  stop(): Promise<void>
}

const connections = 32

export async function openSide(home: string, city: SizedCity): Promise<Side> {
  const env = { DATABASE_URL: city.url }
  const product = await startProduct({ home, port: await findFreePort(), env })
  const crew = await openCrew(product.url, { connections, logins })
  return {
    city,
    product,
    crew,
    async stop() {
      crew.close()
      await stopProduct(product)
    },
  }
}
