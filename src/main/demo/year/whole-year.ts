import { z } from 'zod'
import type { AskDeps } from '../../../platform/asking/types.ts'
import { readSettings, writeSetting } from '../../../platform/world/settings.ts'
import type { Platform } from '../../wiring.ts'
import { livedMs } from '../base.ts'
import { writeStaff } from '../write-staff.ts'
import { type Loaded, loadYear } from './load-year.ts'
import { playYear, writeDuties } from './play-year.ts'

export type YearWanted = {
  readonly count: number
  /** Appeals that are played, of which patterns are made. */
  readonly patterns: number
  /** Processes that load side by side. */
  readonly hands: number
  readonly progress?: (done: number) => void
}

/** Loads a year that ends now into a demo city that has no past yet. */
export async function loadWholeYear(
  { deps, worlds }: Platform,
  { url, home }: { readonly url: string; readonly home: string },
  { count, patterns, hands, progress = () => undefined }: YearWanted,
): Promise<Loaded & { readonly playedIn: number }> {
  const state = worlds.state()
  if (state?.demo !== true) throw new Error('only a demo city is given a year that never was')
  const { city, world } = state
  const { db, keys } = deps
  const began = performance.now()
  const end = await keptEnd(deps, city, count)
  const units = [...world.directory.units.values()]
  const posts = await writeStaff(db, city, { units, from: end - livedMs })
  const digest = (text: string) => keys.digest(text)
  const year = playYear({ world, posts, digest, end, lives: patterns, seed: 530_100 })
  await writeDuties(deps, city, year.duties)
  const playedIn = (performance.now() - began) / 1000
  const place = { db, url, home, city }
  return { ...(await loadYear(place, year.patterns, { count, hands, progress })), playedIn }
}

const setting = 'loaded-year'
const keptShape = z.object({ end: z.number(), count: z.number() })

/** When the year ended, the first time it was begun: broken off, the same year is gone on with. */
async function keptEnd({ db, now }: AskDeps, city: number, count: number): Promise<number> {
  const [found] = await readSettings(db, city, setting)
  const kept = keptShape.safeParse(found?.value).data
  if (kept !== undefined && kept.count !== count)
    throw new Error(`this city was given a year of ${kept.count} already`)
  if (kept !== undefined) return kept.end
  const at = now()
  const value = { end: at, count }
  await writeSetting(db, { city, name: setting, version: '1', from: at, value, at })
  return at
}
