import { loadDemoCity } from '../../src/main/demo/load-city.ts'
import { openPlatform } from '../../src/main/wiring.ts'
import { startEmbedded } from '../../src/platform/postgres/embedded.ts'
import { migrate } from '../../src/platform/store/migrate.ts'

const silent = () => undefined

/** What the product is started with in a home made by `prepareCity`: its city, and no past. */
export const withoutPast = { TONGXIN_DEMO: '0' } as const

/** Makes a home with the demo city as it is before its first day: areas, units, accounts, and
 *  nothing that ever happened. */
export async function prepareCity(home: string): Promise<void> {
  const server = await startEmbedded({ home, say: silent })
  try {
    await writeCity(server.url, home)
  } finally {
    await server.stop()
  }
}

/** The same, in a given empty database. */
export async function writeCity(url: string, home: string): Promise<void> {
  await migrate(url, silent)
  const platform = await openPlatform({ url, home, say: silent })
  try {
    await loadDemoCity.base(platform, silent)
  } finally {
    await platform.close()
  }
}
