import type { World } from '../../kernel/world.ts'
import type { Database } from '../store/database.ts'
import type { CityState } from './city-state.ts'
import { type Declared, loadCity } from './load-city.ts'
import { worldVersion } from './settings.ts'

export type Worlds = {
  /** The city this process serves; nothing before its first area was written. */
  state(): CityState | undefined
  worldOf(city: number): World
  /** Reads everything anew, also after changes made by other programs. */
  reload(): Promise<void>
  stop(): void
}

type Options = Declared & {
  readonly db: Database
  readonly city?: number | undefined
  readonly everyMs?: number
  readonly onError?: (error: unknown) => void
}

/** Keeps the world of a city in memory and reads it anew within a second of a change. */
export async function openWorlds(options: Options): Promise<Worlds> {
  let state: CityState | undefined
  let version = ''
  let checking = false
  let reading: Promise<void> = Promise.resolve()
  const { db } = options

  // One after another: what was read earlier must not come to stand over what was read later.
  function reload(): Promise<void> {
    reading = reading.catch(() => undefined).then(readAnew)
    return reading
  }

  async function readAnew(): Promise<void> {
    const city = options.city ?? (await onlyCity(db))
    if (city === undefined) return
    version = await worldVersion(db, city)
    state = await loadCity(db, city, options)
  }

  async function check(): Promise<void> {
    if (checking) return
    checking = true
    try {
      const stale = state === undefined || (await worldVersion(db, state.city)) !== version
      if (stale) await reload()
    } catch (error) {
      options.onError?.(error)
    } finally {
      checking = false
    }
  }

  await reload()
  const timer = setInterval(() => void check(), options.everyMs ?? 1000)
  timer.unref()
  return {
    state: () => state,
    worldOf(city) {
      if (state?.city !== city) throw new Error(`no city ${city} is loaded`)
      return state.world
    },
    reload,
    stop: () => clearInterval(timer),
  }
}

async function onlyCity(db: Database): Promise<number | undefined> {
  const row = await db.read
    .selectFrom('area')
    .select('city')
    .where('level', '=', 'city')
    .orderBy('city')
    .limit(1)
    .executeTakeFirst()
  return row?.city
}
