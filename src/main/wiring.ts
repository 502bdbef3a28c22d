import { faultWords } from '../platform/log/fault-view.ts'
import type { AskDeps } from '../platform/asking/types.ts'
import { askKeys } from '../platform/crypto/ask-keys.ts'
import { keySource } from '../platform/crypto/key-source.ts'
import { takeNumberBlock } from '../platform/numbers/blocks-in-store.ts'
import { newId } from '../platform/numbers/ids.ts'
import { numberSource, type NumberSource } from '../platform/numbers/number-source.ts'
import { holderOf } from '../platform/identity/holder.ts'
import { openDatabase } from '../platform/store/database.ts'
import { primaryOf } from '../platform/store/servers.ts'
import { searchTokens } from '../platform/suggest/words.ts'
import { figureFor } from '../platform/tallies/indicator.ts'
import { openWorlds, type Worlds } from '../platform/world/worlds.ts'
import { cityWide } from './parameters.ts'
import { drawnReadings } from './readings.ts'
import { allIndicators, kinds } from './registry.ts'

export type Platform = {
  readonly deps: AskDeps
  readonly worlds: Worlds
  readonly numbers: NumberSource
  close(): Promise<void>
}

type Options = {
  readonly url: string
  readonly readUrl?: string | undefined
  readonly home: string
  readonly city?: number | undefined
  readonly say: (line: string) => void
}

/** Opens a migrated database with everything that asks take from outside; shared by the server
 *  and the command line programs. */
export async function openPlatform({ url, readUrl, home, city, say }: Options): Promise<Platform> {
  const keys = await keySource(home).open()
  const db = openDatabase(url, { readUrl, first: await primaryOf(url) })
  const onError = (error: unknown) => say(`后台读取出错，稍后重试：${faultWords(error)}`)
  const worlds = await openWorlds({
    db,
    city,
    registry: kinds,
    parameters: cityWide,
    onError,
  })
  const numbers = numberSource({
    takeBlock: (day) =>
      takeNumberBlock(db, { city: worlds.state()?.city ?? 0, day, at: Date.now() }),
    now: Date.now,
    random: Math.random,
    onError,
  })
  if (worlds.state() !== undefined) await numbers.refill()
  return {
    worlds,
    numbers,
    deps: {
      db,
      registry: kinds,
      worldOf: (own) => worlds.worldOf(own),
      keys: askKeys(keys),
      now: Date.now,
      newId,
      nextNumber: (at) => numbers.next(at),
      segment: searchTokens,
      figures: async (own, asked) => {
        const indicator = allIndicators.find(
          ({ id, part }) => id === asked.id && part === asked.part,
        )
        const lists = worlds.state()?.lists
        const shared = { city: own, world: worlds.worldOf(own), lists, asked }
        return indicator && figureFor(db, indicator, shared)
      },
      holders: (own, asked) => holderOf(db, { city: own, now: Date.now() }, asked),
      readings: async (own, asked) => {
        const state = worlds.state()
        if (state?.city !== own) return undefined
        return drawnReadings({ db, state, indicators: allIndicators, now: Date.now() }, asked)
      },
    },
    async close() {
      numbers.stop()
      worlds.stop()
      await db.close()
    },
  }
}
