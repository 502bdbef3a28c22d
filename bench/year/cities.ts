import type { Loaded } from '../../src/main/demo/year/load-year.ts'
import { loadWholeYear } from '../../src/main/demo/year/whole-year.ts'
import { openPlatform } from '../../src/main/wiring.ts'
import { withClient } from '../../src/platform/store/database.ts'
import { openDatabases } from '../product/databases.ts'

export type Sizes = {
  readonly small: number
  readonly large: number
  /** Appeals that are played, of which the years are made. */
  readonly patterns: number
}

export type SizedCity = { readonly name: string; readonly url: string; readonly records: number }

/** The same city without a past, with some of a year and with more of it. */
export type Cities = {
  readonly home: string
  readonly empty: SizedCity
  readonly small: SizedCity
  readonly large: SizedCity
  readonly loaded: Loaded & { readonly playedIn: number }
  stop(): Promise<void>
}

export async function openCities({ small, large, patterns }: Sizes): Promise<Cities> {
  const databases = await openDatabases()
  const { home } = databases
  try {
    const made = async (name: string, count: number) => {
      const url = await databases.copy(name)
      const platform = await openPlatform({ url, home, say: () => undefined })
      try {
        const wanted = { count, patterns, hands: 2 }
        const loaded = await loadWholeYear(platform, { url, home }, wanted)
        return { city: { name, url, records: count }, loaded }
      } finally {
        await platform.close()
      }
    }
    const empty = await made('empty', 0)
    const some = await made('small', small)
    const more = await made('large', large)
    const { loaded } = more
    return {
      home,
      empty: empty.city,
      small: some.city,
      large: more.city,
      loaded,
      stop: () => databases.stop(),
    }
  } catch (error) {
    await databases.stop()
    throw error
  }
}

/** As a database stands that has had its rest: the planner knows it, and nothing waits to be written. */
export async function settled({ url }: Pick<SizedCity, 'url'>): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('vacuum analyze')
    await client.query('checkpoint')
  })
}
